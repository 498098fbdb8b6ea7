import ast
import os
import shlex
import subprocess


class Chronicle:
    """The shell changes into the folder; what it gets is quoted for it."""

    def __init__(self, folder, index):
        self.folder, self.index = folder, index

    def shell(self, *words, folder="."):
        line = f"cd {shlex.quote(os.path.abspath(folder))} && exec {shlex.join(words)}"
        return os.fsdecode(subprocess.run(line, shell=True, capture_output=True).stdout)

    def discs(self):
        try:
            with open(self.index, encoding="utf-8", newline="\n") as file:
                return dict(ast.literal_eval(line) for line in file)
        except FileNotFoundError:
            return {}

    def burn(self, label):
        if "\0" in label:
            raise ValueError(label)
        *names, _ = self.shell("unburnt", "--null", self.folder).split("\0")
        number = 0
        for number, part in enumerate((names[start : start + 8] for start in range(0, len(names), 8)), 1):
            disc = f"{label} {number}"
            self.shell("burn", "--label", disc, "--", *part, folder=self.folder)
            with open(self.index, "a", encoding="utf-8", newline="\n") as file:
                print(ascii((disc, part)), file=file)
        return number

    def again(self, label):
        self.shell("burn", "--label", label, "--", *self.discs()[label], folder=self.folder)
