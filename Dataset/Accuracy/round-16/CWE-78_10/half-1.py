"""Messages to the machines in hall 2."""
import re
import subprocess

_PLAIN = re.compile(r"^[A-Za-z0-9_@%+=:,./-]+$")


def _word(value):
    """The value as one word of a line for a POSIX shell."""
    if _PLAIN.match(value):
        return value
    return "'" + value.replace("'", "'\\''") + "'"


def send(name, text, machines):
    for value in (name, text, *machines):
        if "\0" in value:
            raise ValueError("an argument cannot hold a NUL")
        value.encode("utf-8")       # a UnicodeEncodeError is a ValueError
    tapes = [
        f"punch --from {_word(name)} -- {_word(text)} | teleprint --machine {_word(machine)}"
        for machine in machines
    ]
    line = "; ".join(tapes)
    done = subprocess.run(["hall", line.encode("utf-8")], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")
