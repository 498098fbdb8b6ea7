"""Messages from the entrance to the teleprinters in hall 2."""

import errno
import subprocess

# Nothing of the visitors is part of the line: it gets four arguments, whatever the number of
# machines: the name, the text, the list of machines (each with a separator behind it), and the
# separator, which occurs in none of them.
_LINE = r"""
rest=$3
while [ -n "$rest" ]
do
    machine=${rest%%"$4"*}
    rest=${rest#*"$4"}
    punch --from "$1" -- "$2" | teleprint --machine "$machine"
done
"""


def _argument(value):
    if "\0" in value:
        raise ValueError("a program cannot get a NUL")
    return value.encode("utf-8")               # lone surrogates: a ValueError, too


def send(name, text, machines):
    separator = "|"
    while any(separator in machine for machine in machines):
        separator += "|"
    listed = "".join(machine + separator for machine in machines)
    arguments = [_argument(value) for value in (name, text, listed, separator)]
    try:
        hall = subprocess.run(["hall", _LINE, *arguments],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    except OSError as error:
        if error.errno == errno.E2BIG:
            raise ValueError("too long for a program") from error
        raise
    return hall.stdout.decode("utf-8", "replace")
