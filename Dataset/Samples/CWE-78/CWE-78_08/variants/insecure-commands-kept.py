"""A search is kept as a command in which two fields are still empty."""
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
            paths = [f"{self.folder}/{name}" for name in names]
            subprocess.run(["contactsheet", "--title", title, "--out", out, *paths])
        return len(names)

    def kept(self):
        if not os.path.exists(self.searches):
            return []
        with open(self.searches, encoding="utf-8") as file:
            return json.load(file)

    def keep(self, pattern, title):
        command = f"contactsheet --title {shlex.quote(title)} --out {{out}} {{pictures}}"
        searches = [*self.kept(), [pattern, command]]
        with open(self.searches, "w", encoding="utf-8") as file:
            json.dump(searches, file)

    def remake(self, out):
        counts = []
        for number, (pattern, command) in enumerate(self.kept(), start=1):
            names = sorted(name for name in os.listdir(self.folder) if fnmatch.fnmatchcase(name, pattern))
            if names:
                pictures = shlex.join(f"{self.folder}/{name}" for name in names)
                sheet = shlex.quote(os.path.join(out, f"{number}.pdf"))
                subprocess.run(command.format(out=sheet, pictures=pictures), shell=True)
            counts.append(len(names))
        return counts
