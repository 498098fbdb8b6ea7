import json
import re
import subprocess


class Line:
    """A command, cut at its placeholders: texts and names by turns."""

    def __init__(self, text):
        self.parts = re.split(r"\{([a-z_]+)\}", text)

    @property
    def names(self):
        return sorted(set(self.parts[1::2]), key=self.parts[1::2].index)

    def filled(self, values):
        filled = list(self.parts)
        for place in range(1, len(filled), 2):
            filled[place] = "'" + values[filled[place]].replace("'", "'\\''") + "'"
        return "".join(filled)


class Desk:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.lines = {name: Line(text) for name, text in json.load(file).items()}

    def fields(self, command):
        return self.lines[command].names

    def run(self, command, values):
        done = subprocess.run(self.lines[command].filled(values), shell=True, capture_output=True, text=True)
        return None if done.returncode else done.stdout
