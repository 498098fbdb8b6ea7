"""The names go to xargs, one a line."""
import fnmatch
import json
import os
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self.folder = folder
        self.searches = searches

    def sheet(self, pattern, title, out):
        names = sorted(name for name in os.listdir(self.folder) if fnmatch.fnmatchcase(name, pattern))
        if "\0" in title:
            raise ValueError("no argument of a program can hold a NUL")
        if names:
            lines = "".join(f"{self.folder}/{name}\n" for name in names)
            command = ["xargs", "-d", "\n", "contactsheet", "--title", title, "--out", out]
            subprocess.run(command, input=lines.encode("utf-8", "surrogateescape"))
        return len(names)

    def kept(self):
        if not os.path.exists(self.searches):
            return []
        with open(self.searches, encoding="utf-8") as file:
            return json.load(file)

    def keep(self, pattern, title):
        searches = [*self.kept(), [pattern, title]]
        with open(self.searches, "w", encoding="utf-8") as file:
            json.dump(searches, file)

    def remake(self, out):
        counts = []
        for number, (pattern, title) in enumerate(self.kept(), start=1):
            counts.append(self.sheet(pattern, title, os.path.join(out, f"{number}.pdf")))
        return counts
