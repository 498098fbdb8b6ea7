import fnmatch
import json
import os
import shlex
import subprocess


class Plates:
    # how the program is called; one place to change when a new version comes
    COMMAND = "contactsheet --title {title} --out {out} {pictures}"

    def __init__(self, folder, searches):
        self._folder = folder
        self._searches = searches

    def sheet(self, pattern, title, out):
        self._check(pattern, title)
        names = sorted(
            name for name in os.listdir(self._folder)
            if fnmatch.fnmatchcase(name, pattern) and os.path.isfile(f"{self._folder}/{name}")
        )
        if not names:
            return 0
        line = self.COMMAND
        line = line.replace("{title}", shlex.quote(title))
        line = line.replace("{out}", shlex.quote(out))
        line = line.replace("{pictures}", shlex.join(f"{self._folder}/{name}" for name in names))
        # split by shlex, not by a shell: quoted values come out as they went in, nothing is expanded
        subprocess.run(shlex.split(line), stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return len(names)

    def keep(self, pattern, title):
        self._check(pattern, title)
        with open(self._searches, "a", encoding="ascii") as file:
            file.write(json.dumps([pattern, title]) + "\n")

    def remake(self, out):
        if not os.path.exists(self._searches):
            return []
        with open(self._searches, encoding="ascii") as file:
            kept = [json.loads(line) for line in file]
        return [self.sheet(pattern, title, os.path.join(out, f"{number}.pdf"))
                for number, (pattern, title) in enumerate(kept, 1)]

    @staticmethod
    def _check(*texts):
        for text in texts:
            if "\0" in text:
                raise ValueError("no zero signs, please")
            os.fsencode(text)       # UnicodeEncodeError is a ValueError
