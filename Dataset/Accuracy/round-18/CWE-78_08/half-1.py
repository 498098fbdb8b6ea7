"""Contact sheets of the scanned plates."""
import fnmatch
import os
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self._folder = folder
        self._searches = searches

    def sheet(self, pattern, title, out):
        if "\0" in title:
            raise ValueError("a title cannot hold a NUL")
        names = sorted(name for name in os.listdir(self._folder)
                       if fnmatch.fnmatchcase(name, pattern))
        pictures = [f"{self._folder}/{name}" for name in names]
        if pictures:
            subprocess.run(["contactsheet", "--title", title, "--out", out, *pictures],
                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
        return len(pictures)

    # The file has two lines for each search: its pattern, and its title.

    def keep(self, pattern, title):
        for text in (pattern, title):
            if any(sign in text for sign in "\n\r\0"):
                raise ValueError("a search is one line, and so is its title")
        entry = f"{pattern}\n{title}\n".encode("utf-8", "surrogateescape")
        with open(self._searches, "ab") as file:
            file.write(entry)

    def remake(self, out):
        try:
            with open(self._searches, "rb") as file:
                lines = file.read().decode("utf-8", "surrogateescape").splitlines()
        except FileNotFoundError:
            return []
        searches = zip(lines[0::2], lines[1::2])
        return [self.sheet(pattern, title, os.path.join(out, f"{number}.pdf"))
                for number, (pattern, title) in enumerate(searches, 1)]
