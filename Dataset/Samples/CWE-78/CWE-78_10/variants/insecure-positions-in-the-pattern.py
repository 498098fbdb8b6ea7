import shlex
import subprocess

PATTERN = "punch --from NAME -- TEXT | teleprint --machine MACHINE\n"


def send(name, text, machines):
    line = ""
    for machine in machines:
        line += PATTERN.replace("NAME", shlex.quote(name)).replace("TEXT", shlex.quote(text)).replace("MACHINE", shlex.quote(machine))
    return subprocess.run(["hall", line], stdout=subprocess.PIPE).stdout.decode()
