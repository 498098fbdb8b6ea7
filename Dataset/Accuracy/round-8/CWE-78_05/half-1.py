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
        line = self._commands[command]
        fields = self.fields(command)
        for name in fields:
            value = values.get(name)
            if not isinstance(value, str) or "\0" in value:
                raise ValueError(f"no usable value for {name}")
        for number, name in enumerate(fields):
            line = line.replace("{" + name + "}", f"\x02{number}\x03")
        for number, name in enumerate(fields):
            line = line.replace(f"\x02{number}\x03", shlex.quote(values[name]))
        try:
            done = subprocess.run(["/bin/sh", "-c", line], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        except OSError as error:
            raise ValueError("the values are too long") from error
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
