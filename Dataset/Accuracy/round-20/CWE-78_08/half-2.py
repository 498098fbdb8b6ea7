import glob
import json
import os
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self._folder = folder
        self._searches = searches

    def _pictures(self, pattern):
        """What fits, without any shell. A pattern is for names only: with a
        slash in it, it would lead out of the folder."""
        if "/" in pattern or "\0" in pattern:
            raise ValueError("a pattern is for names, without slashes")
        return sorted(glob.glob(glob.escape(self._folder) + "/" + pattern))

    def sheet(self, pattern, title, out):
        if "\0" in title:
            raise ValueError("a title cannot hold a zero byte")
        pictures = self._pictures(pattern)
        if pictures:
            subprocess.run(["contactsheet", "--title", title, "--out", out, *pictures],
                           stdin=subprocess.DEVNULL, check=False)
        return len(pictures)

    def keep(self, pattern, title):
        if "/" in pattern or "\0" in pattern + title:
            raise ValueError("such a search cannot be kept")
        with open(self._searches, "a", encoding="ascii") as file:
            file.write(json.dumps([pattern, title]) + "\n")

    def remake(self, out):
        if not os.path.exists(self._searches):
            return []
        with open(self._searches, encoding="ascii") as file:
            searches = [json.loads(line) for line in file]
        return [self.sheet(pattern, title, f"{out}/{number}.pdf")
                for number, (pattern, title) in enumerate(searches, 1)]
