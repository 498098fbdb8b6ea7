import os
import subprocess

STEPS = ["print_tape() { punch --from \"$1\" -- \"$2\" | teleprint --machine \"$3\"; }", 'while test "$#" -gt 2; do', 'print_tape "$1" "$2" "$3"', 'first=$1 second=$2', 'shift 3', 'set -- "$first" "$second" "$@"', "done"]


def send(name, text, machines):
    words = [os.fsencode(value) for value in ["hall", "\n".join(STEPS), name, text, *machines]]
    with subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as hall:
        return hall.stdout.read().decode()
