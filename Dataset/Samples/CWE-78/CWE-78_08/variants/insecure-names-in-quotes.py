"""Python finds the files, and their names go to a shell in double quotes."""
import fnmatch
import json
import os
import shlex
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
            paths = " ".join(f'"{self.folder}/{name}"' for name in names)
            subprocess.run(f"contactsheet --title {shlex.quote(title)} --out {shlex.quote(out)} {paths}", shell=True)
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
