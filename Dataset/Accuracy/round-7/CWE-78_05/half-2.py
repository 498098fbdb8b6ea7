import json
import re
import shlex
import subprocess

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            commands = json.load(file)
        self._fields = {}
        self._lines = {}
        for command, line in commands.items():
            names = list(dict.fromkeys(PLACEHOLDER.findall(line)))
            self._fields[command] = names
            # places are marked with null characters, which no argument can hold,
            # so that a value like "{picture}" is not taken for a place
            self._lines[command] = PLACEHOLDER.sub(
                lambda m: f"\0{names.index(m[1])}\0", line)

    def fields(self, command):
        return list(self._fields[command])

    def run(self, command, values):
        line = self._lines[command]
        for number, name in enumerate(self._fields[command]):
            line = line.replace(f"\0{number}\0", shlex.quote(values[name]))
        result = subprocess.run(line, shell=True, capture_output=True)
        if result.returncode:
            return None
        return result.stdout.decode(errors="replace")
