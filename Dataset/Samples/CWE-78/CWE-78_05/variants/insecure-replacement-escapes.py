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
        parts = re.split(r"(\{[a-z_]+\})", self.commands[command])
        for place, part in enumerate(parts):
            if part.startswith("{"):
                parts[place] = re.sub(r"\{[a-z_]+\}", shlex.quote(values[part[1:-1]]), part)
        result = subprocess.run("".join(parts), shell=True, capture_output=True, text=True)
        return result.stdout if result.returncode == 0 else None
