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
        names = self.fields(command)
        script = "".join(f"{name}=\"{self.escaped(values[name])}\"\n" for name in names)
        script += re.sub(r"\{([a-z_]+)\}", r'"$\1"', self.commands[command])
        result = subprocess.run(["/bin/sh"], input=script, capture_output=True, text=True)
        return result.stdout if result.returncode == 0 else None

    def escaped(self, value):
        return value.replace('"', '\\"').replace("`", "\\`").replace("$", "\\$")
