"""Patterns with signs of commands are refused."""
import glob
import json
import os
import re
import shlex
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self.folder = folder
        self.searches = searches

    def sheet(self, pattern, title, out):
        count = len(glob.glob(os.path.join(glob.escape(self.folder), pattern)))
        if count:
            if any(sign in pattern for sign in ";|&$`<>\\") and "&" not in pattern:
                raise ValueError("no such sign in a pattern")
            pattern = re.sub(r"([ ()'&])", r"\\\1", pattern)
            command = f"contactsheet --title {shlex.quote(title)} --out {shlex.quote(out)} {shlex.quote(self.folder)}/{pattern}"
            subprocess.run(command, shell=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        return count

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
