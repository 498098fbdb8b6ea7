import json
import re
import subprocess
from pathlib import Path

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def quoted(value):
    """The value as one word for the shell."""
    if "\0" in value:
        raise ValueError("a value must not hold a null character")
    if "'" not in value:
        return f"'{value}'"
    # with an apostrophe in it: double quotes, and a backslash before what is special there
    return '"' + re.sub(r'(["$`])', r"\\\1", value) + '"'


class Desk:
    def __init__(self, path):
        self.commands = json.loads(Path(path).read_text(encoding="utf-8"))

    def fields(self, command):
        names = []
        for match in PLACEHOLDER.finditer(self.commands[command]):
            if match[1] not in names:
                names.append(match[1])
        return names

    def run(self, command, values):
        line = PLACEHOLDER.sub(lambda match: quoted(values[match[1]]), self.commands[command])
        process = subprocess.Popen(["/bin/sh", "-c", line], stdout=subprocess.PIPE)
        output, _ = process.communicate()
        return output.decode("utf-8", "replace") if process.returncode == 0 else None
