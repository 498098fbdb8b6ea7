import json
import re
import shlex
import subprocess

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.commands = json.load(file)

    def fields(self, command):
        return list(dict.fromkeys(PLACEHOLDER.findall(self.commands[command])))

    def run(self, command, values):
        line = PLACEHOLDER.sub(lambda found: shlex.quote(values[found[1]]), self.commands[command])
        result = subprocess.run(["/bin/sh", "-c", line], stdout=subprocess.PIPE, text=True)
        return result.stdout if result.returncode == 0 else None
