import json
import re
import subprocess
from pathlib import Path


class Desk:
    _field = re.compile(r"{([a-z_]+)}")
    _active = re.compile(r'(["$`])')

    def __init__(self, path):
        self._lines = json.loads(Path(path).read_text(encoding="utf-8"))

    def fields(self, command):
        return list({m.group(1): None for m in self._field.finditer(self._lines[command])})

    def _argument(self, value):
        """A value between double quotes, without anything that the shell expands there."""
        if not isinstance(value, str) or "\0" in value:
            raise ValueError("not a usable value")
        return '"' + self._active.sub(r"\\\1", value) + '"'

    def run(self, command, values):
        arguments = {name: self._argument(values[name]) for name in self.fields(command)}
        line = self._field.sub(lambda m: arguments[m.group(1)], self._lines[command])
        result = subprocess.run(["/bin/sh", "-c", line], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        return None if result.returncode else result.stdout.decode("utf-8", "replace")
