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
        if any("\0" in value for value in values.values()):
            raise ValueError("null character in a value")
        line = self._commands[command]
        # longer names first
        for name in sorted(self.fields(command), key=len, reverse=True):
            line = line.replace("{" + name + "}", shlex.quote(values[name]))
        done = subprocess.run(["/bin/sh", "-c", line], stdout=subprocess.PIPE)
        if done.returncode != 0:
            return None
        return done.stdout.decode("utf-8", "replace")
