"""Messages from the entrance to the teleprinters in hall 2."""

import errno
import re
import subprocess

_PLAIN = re.compile(r"^[A-Za-z0-9_@%+:,./-]+$")


def _word(value):
    """The value as one word of a line for /bin/sh."""
    if "\0" in value:
        raise ValueError("no argument can hold a NUL")
    value.encode("utf-8")                      # a UnicodeEncodeError is a ValueError
    if _PLAIN.match(value):
        return value
    return "'" + value.replace("'", "'\"'\"'") + "'"


def send(name, text, machines):
    name, text = _word(name), _word(text)
    line = "\n".join(
        f"punch --from {name} -- {text} | teleprint --machine {_word(machine)}"
        for machine in machines
    )
    try:
        done = subprocess.run(["hall", line.encode("utf-8")],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    except OSError as error:
        if error.errno == errno.E2BIG:
            raise ValueError("too long for a program") from None
        raise
    return done.stdout.decode("utf-8", "replace")
