"""Messages to the machines in hall 2: the line never changes, what was typed are its arguments."""
import os
from subprocess import DEVNULL, PIPE, Popen

LINE = r"""
who=$1 what=$2
shift 2
while test "$#" -gt 0
do
    punch --from "$who" -- "$what" </dev/null | teleprint --machine "$1"
    shift
done
"""


class Unsendable(ValueError):
    pass


def _argument(value):
    try:
        raw = value.encode("utf-8", "strict")
    except UnicodeError as error:
        raise Unsendable(str(error)) from None
    if 0 in raw:
        raise Unsendable("NUL")
    return raw


def send(name, text, machines):
    arguments = list(map(_argument, [name, text, *machines]))
    with Popen([b"hall", LINE.encode(), *arguments], stdin=DEVNULL, stdout=PIPE) as hall:
        return b"".join(iter(lambda: hall.stdout.read(4096), b"")).decode("utf-8")
