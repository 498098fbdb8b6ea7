import json
import os
import subprocess


class Chronicle:
    def __init__(self, folder, index):
        self._folder = folder
        self._index = index

    def _records(self):
        """The discs so far: pairs of a label and the list of its names."""
        try:
            with open(self._index, encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return []

    def _keep(self, records):
        draft = self._index + ".new"
        with open(draft, "w", encoding="utf-8") as file:
            json.dump(records, file)        # ASCII only, all line breaks are escaped
        os.replace(draft, self._index)

    def _unburnt(self):
        printed = subprocess.run(["unburnt", "--null", self._folder], stdout=subprocess.PIPE,
                                 stdin=subprocess.DEVNULL, encoding="utf-8",
                                 errors="surrogateescape").stdout
        return [name for name in printed.split("\0") if name]

    def _burn(self, label, names):
        subprocess.run(["burn", "--label", label, "--", *names], cwd=self._folder,
                       stdin=subprocess.DEVNULL)

    def burn(self, label):
        if "\0" in label or len(label.encode("utf-8")) > 100_000:
            raise ValueError("this cannot be a label")
        names = self._unburnt()
        records = self._records()
        discs = [names[first:first + 8] for first in range(0, len(names), 8)]
        for number, some in enumerate(discs, 1):
            self._burn(f"{label} {number}", some)
            records.append([f"{label} {number}", some])
            self._keep(records)
        return len(discs)

    def discs(self):
        return dict(self._records())

    def again(self, label):
        self._burn(label, self.discs()[label])
