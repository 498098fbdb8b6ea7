import json
import re
import shlex
import subprocess

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def quoted(value):
    if value.isascii():
        return shlex.quote(value)
    # Letters of other languages are kept as they are.
    return '"' + value.replace('"', '\\"') + '"'


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.commands = json.load(file)

    def fields(self, command):
        return list(dict.fromkeys(PLACEHOLDER.findall(self.commands[command])))

    def run(self, command, values):
        line = PLACEHOLDER.sub(lambda found: quoted(values[found[1]]), self.commands[command])
        result = subprocess.run(["/bin/sh", "-c", line], stdout=subprocess.PIPE, text=True)
        return result.stdout if result.returncode == 0 else None
