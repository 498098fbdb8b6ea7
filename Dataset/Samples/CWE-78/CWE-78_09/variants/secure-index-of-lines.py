import os
import subprocess
import urllib.parse


class Chronicle:
    def __init__(self, folder, index):
        self.folder = folder
        self.index = index

    def discs(self):
        """A line for each disc."""
        if not os.path.exists(self.index):
            return {}
        with open(self.index, encoding="utf-8", newline="") as file:
            rows = [[urllib.parse.unquote(field) for field in line.split("\t")] for line in file.read().split("\n")[:-1]]
        return {label: names for label, *names in rows}

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
        with open(self.index, "w", encoding="utf-8", newline="") as file:
            for row in discs.items():
                fields = [row[0], *row[1]]
                file.write("\t".join(urllib.parse.quote(field, safe=" ") for field in fields) + "\n")
        return count

    def again(self, label):
        self._burn(label, self.discs()[label])
