import json
import re
from pathlib import Path
from subprocess import PIPE, Popen

NAME = r"\{([a-z_]+)\}"


class Desk:
    def __init__(self, path):
        self._commands = json.loads(Path(path).read_text("utf-8"))

    def fields(self, command):
        return list({name: None for name in re.findall(NAME, self._commands[command])})

    def run(self, command, values):
        names = self.fields(command)
        if any("\0" in values[name] for name in names):
            raise ValueError("a value cannot hold a NUL")
        line = re.sub(NAME, lambda found: f'"${{{names.index(found[1]) + 1}}}"', self._commands[command])
        with Popen(["sh", "-c", line, "desk", *(values[name] for name in names)], stdout=PIPE) as process:
            printed = process.stdout.read().decode()
        return None if process.returncode else printed
