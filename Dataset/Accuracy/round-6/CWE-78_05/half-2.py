import json
import re
import subprocess

_FIELD = re.compile(r"\{([a-z_]+)\}")
_PLAIN = re.compile(r"^[\w@%+=:,./-]+$")


def _word(value):
    if "\0" in value:
        raise ValueError("NUL in a value")
    if _PLAIN.match(value):
        return value
    return "'" + value.replace("'", "'\\''") + "'"


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self.commands = json.load(f)

    def fields(self, command):
        seen = []
        for name in _FIELD.findall(self.commands[command]):
            if name not in seen:
                seen.append(name)
        return seen

    def run(self, command, values):
        missing = [n for n in self.fields(command) if not isinstance(values.get(n), str)]
        if missing:
            raise ValueError("no value for " + ", ".join(missing))
        line = _FIELD.sub(lambda m: _word(values[m[1]]), self.commands[command])
        p = subprocess.run(line, shell=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        if p.returncode:
            return None
        return p.stdout.decode(errors="replace")
