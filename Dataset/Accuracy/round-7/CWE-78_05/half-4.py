import json
import re
import subprocess

PLACEHOLDER = re.compile(r"{([a-z_]+)}")
PLAIN = re.compile(r"^[A-Za-z0-9_@%+=:,./-]+$")


def word(value):
    """Plain values stay readable, all others get single quotes."""
    if PLAIN.match(value):
        return value
    return "'" + value.replace("'", "'\\''") + "'"


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self._lines = json.load(f)

    def fields(self, command):
        return list(dict.fromkeys(PLACEHOLDER.findall(self._lines[command])))

    def run(self, command, values):
        # one pass, so that braces in a value are left alone
        line = PLACEHOLDER.sub(lambda m: word(values[m.group(1)]), self._lines[command])
        try:
            return subprocess.check_output(["/bin/sh", "-c", line]).decode("utf-8", "replace")
        except subprocess.CalledProcessError:
            return None
