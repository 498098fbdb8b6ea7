"""Messages of visitors to the teleprinters in hall 2."""
import re
import subprocess

# Words that mean nothing to a shell; all others are put into single quotes.
_PLAIN = re.compile(r"^[A-Za-z0-9_./:,-]+$")

_LOOP = ('name=$1 text=$2; shift 2; '
         'for machine do punch --from "$name" -- "$text" | teleprint --machine "$machine"; done')


def _quote(value):
    """The value as one word of a line for a POSIX shell."""
    if _PLAIN.match(value):
        return value
    return "'" + value.replace("'", "'\"'\"'") + "'"


def send(name, text, machines):
    values = [name, text, *machines]
    for value in values:
        if not isinstance(value, str):
            raise TypeError("name, text and machines are strings")
        if "\0" in value:
            raise ValueError("a NUL cannot be an argument")
        value.encode("utf-8")           # UnicodeEncodeError is a ValueError
    # In the hall the log shows the line only, so the values stand in it.
    line = "set -- " + " ".join(map(_quote, values)) + "\n" + _LOOP
    done = subprocess.run([b"hall", line.encode("utf-8")], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")
