import json
import os
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
        subprocess.run(["burn", "--label", label, "--", *names], cwd=self.folder)

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
        names = self.discs()[label]
        subprocess.run(f"burn --label {shlex.quote(label)} -- " + " ".join(f"\"{name}\"" for name in names), shell=True, cwd=self.folder)
