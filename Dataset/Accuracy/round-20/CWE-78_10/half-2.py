"""Messages of visitors to the teleprinters in hall 2."""
import subprocess

# The line is always the same. $1 and $2 are the name and the text, $3 holds the machines, each
# with a unit separator behind it, the sign that ASCII has for this. Nothing of them is read as a
# part of the line: the shell only splits $3 there, and does not look for names of files.
_SEPARATOR = "\x1f"
_LINE = """
set -f
IFS=$(printf '\\037')
for machine in $3; do
    punch --from "$1" -- "$2" | teleprint --machine "$machine"
done
"""


def _argument(value):
    if not isinstance(value, str):
        raise TypeError("name, text and machines are strings")
    if "\0" in value:
        raise ValueError("a NUL cannot be an argument")
    return value.encode("utf-8")        # UnicodeEncodeError is a ValueError


def send(name, text, machines):
    joined = "".join(machine + _SEPARATOR for machine in machines)
    command = [b"hall", _LINE.encode("ascii"), _argument(name), _argument(text), _argument(joined)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")
