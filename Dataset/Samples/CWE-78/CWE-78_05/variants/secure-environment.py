import json
import os
import re
import subprocess


class Desk:
    placeholder = re.compile(r"\{([a-z_]+)\}")

    def __init__(self, path):
        self.lines = json.loads(open(path, encoding="utf-8").read())

    def fields(self, command):
        names = []
        for name in self.placeholder.findall(self.lines[command]):
            if name not in names:
                names.append(name)
        return names

    def run(self, command, values):
        # The shell puts the values in itself, after it has read the line.
        line = self.placeholder.sub(r'"$desk_\1"', self.lines[command])
        environment = os.environ | {f"desk_{name}": values[name] for name in self.fields(command)}
        process = subprocess.run(line, shell=True, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
        if process.returncode != 0:
            return None
        return process.stdout
