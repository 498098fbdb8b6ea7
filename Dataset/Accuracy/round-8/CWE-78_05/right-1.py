import json
import re
import shlex
import subprocess

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self._commands = json.load(file)

    def fields(self, command):
        return list(dict.fromkeys(PLACEHOLDER.findall(self._commands[command])))

    def run(self, command, values):
        quoted = {}
        for name in self.fields(command):
            value = values.get(name)
            if not isinstance(value, str) or "\0" in value:
                raise ValueError(f"no usable value for {name}")
            value.encode("utf-8")
            quoted[name] = shlex.quote(value)
        line = PLACEHOLDER.sub(lambda match: quoted[match[1]], self._commands[command])
        try:
            done = subprocess.run(["/bin/sh", "-c", line.encode("utf-8")], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        except OSError as error:
            raise ValueError("cannot be run") from error
        if done.returncode != 0:
            return None
        return done.stdout.decode("utf-8", "replace")
