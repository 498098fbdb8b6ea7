"""All is quoted but for the wildcards; then the parts are filled into the command, one after the other."""
import glob
import json
import os
import shlex
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self.folder = folder
        self.searches = searches

    def sheet(self, pattern, title, out):
        count = len(glob.glob(os.path.join(glob.escape(self.folder), pattern)))
        if count:
            word = shlex.quote(self.folder) + "/" + "".join(one if one in "*?[]" else shlex.quote(one) for one in pattern)
            command = "contactsheet --title {title} --out {out} {pictures}"
            for field, text in (("{title}", shlex.quote(title)), ("{out}", shlex.quote(out)), ("{pictures}", word)):
                command = command.replace(field, text)
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
