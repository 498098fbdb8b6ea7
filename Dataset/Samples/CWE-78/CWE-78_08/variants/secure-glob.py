"""glob finds the files; searches are kept as lines of JSON."""
import glob
import json
import os
import subprocess
from pathlib import Path


class Plates:
    def __init__(self, folder, searches):
        self._folder = os.path.join(folder, "")
        self._kept = Path(searches)

    def _pictures(self, pattern):
        if "/" in pattern or "\0" in pattern:
            return []
        found = glob.iglob(glob.escape(self._folder) + pattern)
        return sorted((path for path in found if os.path.isfile(path)), key=os.path.basename)

    def sheet(self, pattern, title, out):
        pictures = self._pictures(pattern)
        if len(pictures) > 0:
            process = subprocess.Popen(["contactsheet", f"--title", title, "--out", out] + pictures, stdin=subprocess.DEVNULL)
            process.wait()
        return len(pictures)

    def keep(self, pattern, title):
        with self._kept.open("a", encoding="utf-8") as file:
            print(json.dumps({"pattern": pattern, "title": title}), file=file)

    def remake(self, out):
        lines = self._kept.read_text("utf-8").splitlines() if self._kept.is_file() else []
        searches = [json.loads(line) for line in lines]
        return [self.sheet(**search, out=f"{out}/{number}.pdf") for number, search in enumerate(searches, 1)]
