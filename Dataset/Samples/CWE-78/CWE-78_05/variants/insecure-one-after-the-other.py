import json
import re
import shlex
import subprocess


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.commands = json.load(file)

    def fields(self, command):
        return list(dict.fromkeys(re.findall(r"\{([a-z_]+)\}", self.commands[command])))

    def run(self, command, values):
        line = self.commands[command]
        for name in self.fields(command):
            line = line.replace("{" + name + "}", shlex.quote(values[name]))
        result = subprocess.run(line, shell=True, capture_output=True, text=True)
        return result.stdout if result.returncode == 0 else None
