import json
import re
import shlex
import subprocess


class Desk:
    PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self._commands = json.load(file)

    def fields(self, command):
        return list(dict.fromkeys(self.PLACEHOLDER.findall(self._commands[command])))

    def run(self, command, values):
        line = self._commands[command]
        # From the last field to the first: what a value brings along is not filled again.
        for name in reversed(self.fields(command)):
            line = line.replace("{" + name + "}", shlex.quote(values[name]))
        done = subprocess.run(["/bin/sh", "-c", line], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
