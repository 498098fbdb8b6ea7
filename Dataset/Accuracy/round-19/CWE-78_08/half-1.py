import glob
import json
import os
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self._folder = folder
        self._searches = searches

    @staticmethod
    def _check(pattern, title):
        for text in (pattern, title):
            if not isinstance(text, str) or "\0" in text:
                raise ValueError("this cannot be handed to a program")
            os.fsencode(text)       # UnicodeEncodeError is a ValueError

    def _pictures(self, pattern):
        # No name holds a slash; a pattern with one would lead out of the folder.
        if "/" in pattern:
            return []
        # The folder's own name is no pattern. The pattern is expanded here,
        # without a shell.
        return sorted(glob.glob(glob.escape(self._folder) + "/" + pattern))

    def sheet(self, pattern, title, out):
        self._check(pattern, title)
        pictures = self._pictures(pattern)
        if pictures:
            subprocess.run(
                ["contactsheet", "--title", title, "--out", out, *pictures],
                shell=False, stdin=subprocess.DEVNULL, check=False,
            )
        return len(pictures)

    def keep(self, pattern, title):
        self._check(pattern, title)
        with open(self._searches, "a", encoding="ascii") as file:
            file.write(json.dumps([pattern, title]) + "\n")

    def remake(self, out):
        try:
            with open(self._searches, encoding="ascii") as file:
                searches = [json.loads(line) for line in file if line.strip()]
        except FileNotFoundError:
            searches = []
        return [
            self.sheet(pattern, title, os.path.join(out, f"{number}.pdf"))
            for number, (pattern, title) in enumerate(searches, 1)
        ]
