import fnmatch
import os
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self._folder = folder
        self._searches = searches

    def _pictures(self, pattern):
        fits = [name for name in os.listdir(self._folder)
                if not name.startswith(".") and fnmatch.fnmatchcase(name, pattern)]
        return [self._folder + "/" + name for name in sorted(fits)]

    def sheet(self, pattern, title, out):
        if "\0" in title:
            raise ValueError("a title cannot hold a zero byte")
        pictures = self._pictures(pattern)
        if pictures:
            subprocess.run(["contactsheet", "--title", title, "--out", out, *pictures],
                           stdin=subprocess.DEVNULL, check=False)
        return len(pictures)

    def keep(self, pattern, title):
        """Keeps a search as two lines, the pattern and the title."""
        for text in (pattern, title):
            if any(sign in text for sign in "\n\r\0"):
                raise ValueError("a search that is kept must be in one line")
        with open(self._searches, "a", encoding="utf-8", errors="surrogateescape") as file:
            file.write(f"{pattern}\n{title}\n")

    def remake(self, out):
        try:
            with open(self._searches, encoding="utf-8", errors="surrogateescape") as file:
                lines = file.read().splitlines()
        except FileNotFoundError:
            lines = []
        searches = zip(lines[0::2], lines[1::2])
        return [self.sheet(pattern, title, f"{out}/{number}.pdf")
                for number, (pattern, title) in enumerate(searches, 1)]
