"""Contact sheets of the archive of glass negatives."""
import glob
import json
import os
import subprocess


class Plates:
    def __init__(self, folder, searches):
        self.folder = folder
        self.searches = searches

    def sheet(self, pattern, title, out):
        if "\0" in pattern or "\0" in title:
            raise ValueError("a NUL can be in no name and in no argument")
        names = sorted(glob.glob(pattern, root_dir=self.folder))
        pictures = [f"{self.folder}/{name}" for name in names]
        for picture in pictures:
            self._must_be_inside(picture)
        if pictures:
            subprocess.run(
                ["contactsheet", "--title", title, "--out", out] + pictures,
                stdin=subprocess.DEVNULL, check=False,
            )
        return len(pictures)

    def keep(self, pattern, title):
        if "\0" in pattern or "\0" in title:
            raise ValueError("a NUL can be in no name and in no argument")
        with open(self.searches, "a", encoding="ascii") as file:
            file.write(json.dumps([pattern, title]) + "\n")

    def remake(self, out):
        counts = []
        try:
            with open(self.searches, encoding="ascii") as file:
                kept = [json.loads(line) for line in file]
        except FileNotFoundError:
            kept = []
        for number, (pattern, title) in enumerate(kept, start=1):
            try:
                counts.append(self.sheet(pattern, title, os.path.join(out, f"{number}.pdf")))
            except ValueError:
                counts.append(0)        # one bad search must not stop the others
        return counts

    def _must_be_inside(self, picture):
        """A pattern such as ../../etc/* must not lead out of the folder."""
        root = os.path.realpath(self.folder)
        if not os.path.realpath(picture).startswith(root):
            raise ValueError("the pattern leads out of the folder")
