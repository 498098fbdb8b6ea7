import re
import subprocess


def double(machine):
    return '"' + re.sub(r'(["$`])', r"\\\1", machine) + '"'


def send(name, text, machines):
    line = "\n".join(f'punch --from "$1" -- "$2" | teleprint --machine {double(machine)}' for machine in machines)
    return subprocess.run(["hall", line, name, text], stdout=subprocess.PIPE).stdout.decode()
