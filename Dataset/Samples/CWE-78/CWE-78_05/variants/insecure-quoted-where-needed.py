import json
import re
import subprocess


def quoted(value):
    # Simple values stay readable in the log.
    if re.match(r"[\w.-]+$", value):
        return value
    return "'" + value.replace("'", "'\"'\"'") + "'"


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.commands = json.load(file)

    def fields(self, command):
        return list(dict.fromkeys(re.findall(r"\{([a-z_]+)\}", self.commands[command])))

    def run(self, command, values):
        line = re.sub(r"\{([a-z_]+)\}", lambda found: quoted(values[found[1]]), self.commands[command])
        result = subprocess.run(line, shell=True, capture_output=True, text=True)
        return result.stdout if result.returncode == 0 else None
