"""Contact sheets of the scanned plates."""
import glob
import json
import os
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self.folder = folder
        self.searches = searches

    def sheet(self, pattern, title, out):
        if "/" in pattern:
            raise ValueError("a pattern is for names of files, not for paths")
        return self._make(pattern, title, out)

    def _make(self, pattern, title, out):
        if "\0" in title or "\0" in pattern:
            raise ValueError("NUL in a search")
        # No shell: `glob` knows the wildcards, and nothing else.
        found = glob.glob(glob.escape(self.folder) + "/" + pattern)
        pictures = sorted(path for path in found if os.path.isfile(path))
        if not pictures:
            return 0
        command = ["contactsheet", "--title", title, "--out", out]
        subprocess.run(command + pictures, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        return len(pictures)

    def keep(self, pattern, title):
        with open(self.searches, "a", encoding="ascii") as file:
            file.write(json.dumps([pattern, title]) + "\n")

    def _kept(self):
        try:
            with open(self.searches, encoding="ascii") as file:
                for line in file:
                    pattern, title = json.loads(line)
                    yield pattern, title
        except FileNotFoundError:
            return

    def remake(self, out):
        counts = []
        for number, (pattern, title) in enumerate(self._kept(), 1):
            counts.append(self._make(pattern, title, f"{out}/{number}.pdf"))
        return counts
