import json
import os
import re
import shlex
import subprocess


class Chronicle:
    def __init__(self, folder, index):
        self.folder = folder
        self.index = index

    def discs(self):
        if not os.path.exists(self.index):
            return {}
        with open(self.index, encoding="utf-8") as file:
            return json.load(file)

    def _burn(self, label, names):
        words = ["burn", "--label", label, "--", *names]
        line = " ".join(shlex.quote(word) if re.search(r"[^\w.\s-]| ", word) else word for word in words)
        subprocess.run(line, shell=True, cwd=self.folder)

    def burn(self, label):
        if "\0" in label:
            raise ValueError("no argument of a program can hold a NUL")
        printed = subprocess.run(["unburnt", "--null", self.folder], stdout=subprocess.PIPE).stdout
        names = printed.decode("utf-8").split("\0")[:-1]
        discs = self.discs()
        count = 0
        for start in range(0, len(names), 8):
            count += 1
            discs[f"{label} {count}"] = names[start : start + 8]
            self._burn(f"{label} {count}", names[start : start + 8])
        with open(self.index, "w", encoding="utf-8") as file:
            json.dump(discs, file)
        return count

    def again(self, label):
        self._burn(label, self.discs()[label])
