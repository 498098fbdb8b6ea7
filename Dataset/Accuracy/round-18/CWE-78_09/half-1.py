import json
import os
import subprocess

DISC = 8
LONGEST = 128 * 1024  # of one argument, on Linux


class Chronicle:
    def __init__(self, folder, index):
        self.folder = folder
        self.index = index

    def _unburnt(self):
        done = subprocess.run(
            ["unburnt", "--null", self.folder],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            encoding="utf-8", errors="surrogateescape",
        )
        return [name for name in done.stdout.split("\0") if name]

    def _burn(self, label, names):
        subprocess.run(["burn", "--label", label, "--", *names], cwd=self.folder, stdin=subprocess.DEVNULL)

    def _save(self, discs):
        with open(self.index + ".new", "w", encoding="utf-8") as file:
            json.dump(discs, file, indent=1)  # only ASCII: all else is escaped
        os.replace(self.index + ".new", self.index)

    def burn(self, label):
        if "\0" in label or len(label.encode("utf-8")) + 20 > LONGEST:
            raise ValueError("this label cannot be an argument")
        names = self._unburnt()
        discs = self.discs()
        parts = [names[i:i + DISC] for i in range(0, len(names), DISC)]
        for number, part in enumerate(parts, 1):
            self._burn(f"{label} {number}", part)
            discs[f"{label} {number}"] = part
            self._save(discs)
        return len(parts)

    def discs(self):
        try:
            with open(self.index, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def again(self, label):
        self._burn(label, self.discs()[label])
