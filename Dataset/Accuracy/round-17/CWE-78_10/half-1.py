"""Messages of visitors to the machines in hall 2."""
import re
import subprocess


def _quoted(value):
    """A value as one word for a POSIX shell, with every sign as it is."""
    return "'" + value.replace("'", "'\"'\"'") + "'"


def _word(value):
    """The same, but plain names stay plain: the line is kept in the hall's log."""
    if re.match(r"^[A-Za-z0-9_.-]+$", value):
        return value
    return _quoted(value)


LINE = """\
set -- {name} {text} {machines}
name=$1
text=$2
shift 2
for machine
do
    punch --from "$name" -- "$text" | teleprint --machine "$machine"
done
"""


def send(name, text, machines):
    for value in (name, text, *machines):
        if "\0" in value:
            raise ValueError("no program takes a zero byte")
        value.encode("utf-8")       # a UnicodeEncodeError is a ValueError
    line = LINE.format(
        name=_word(name),
        text=_quoted(text),
        machines=" ".join(_word(machine) for machine in machines),
    )
    done = subprocess.run(
        ["hall", line.encode("utf-8")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode("utf-8")
