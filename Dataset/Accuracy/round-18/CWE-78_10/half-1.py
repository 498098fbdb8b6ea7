"""Sends a visitor's message to the machines in hall 2."""
import errno
import subprocess

# ends each machine in the list; a control character that no keyboard has
SEPARATOR = "\x1f"

LINE = r"""
name=$1
text=$2
machines=$3
set -f
IFS=$(printf '\037')
for machine in $machines
do
    punch --from "$name" -- "$text" | teleprint --machine "$machine"
done
"""


def _argument(value):
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("cannot be an argument of a program")
    return value.encode("utf-8")        # a UnicodeEncodeError is a ValueError


def send(name, text, machines):
    arguments = [_argument(name), _argument(text)]
    arguments.append(b"".join(_argument(machine + SEPARATOR) for machine in machines))
    try:
        done = subprocess.run(["hall", LINE, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    except OSError as error:
        if error.errno == errno.E2BIG:
            raise ValueError("too long") from None
        raise
    return done.stdout.decode("utf-8")
