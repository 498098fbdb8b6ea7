import json
import re
import subprocess


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.commands = json.load(file)

    def fields(self, command):
        return list(dict.fromkeys(re.findall(r"\{([a-z_]+)\}", self.commands[command])))

    def run(self, command, values):
        quoted = {name: '"' + re.sub(r'(["$`])', r"\\\1", value) + '"' for name, value in values.items()}
        result = subprocess.run(self.commands[command].format(**quoted), shell=True, capture_output=True, text=True)
        return result.stdout if result.returncode == 0 else None
