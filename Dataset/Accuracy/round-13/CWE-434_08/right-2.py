"""Pieces are spooled in the system's own folder for temporary files; gaps are kept as a set of ranges."""
import re
import shutil
import tempfile
import threading
import uuid
from pathlib import Path

NAME = re.compile(r"(?s:(?P<stem>.*))\.(?P<ending>[jJ][pP][eE]?[gG]|[pP][nN][gG])")
PLAIN = re.compile(r"[A-Za-z0-9_-]{1,250}")


class Receiver:
    def __init__(self, folder):
        self.folder = Path(folder).absolute()
        self.guard = threading.Lock()
        self.uploads = {}
        self.last = 0

    def begin(self, name, size):
        match = NAME.fullmatch(name) if isinstance(name, str) else None
        if match is None:
            raise ValueError("A photograph ends in .jpg, .jpeg or .png.")
        if not (isinstance(size, int) and not isinstance(size, bool) and 1 <= size <= 5_000_000):
            raise ValueError("A photograph has 1 to 5000000 bytes.")
        stem = match["stem"]
        if re.fullmatch(r"[A-Za-z0-9_-]{251,}", stem):
            raise ValueError("That name is too long for a file.")
        with self.guard:
            self.last += 1
            self.uploads[self.last] = {
                "name": name if PLAIN.fullmatch(stem) else None,
                "ending": match["ending"],
                "size": size,
                "spool": tempfile.TemporaryFile(),
                "gaps": {(0, size)},
            }
            return self.last

    def piece(self, number, start, data):
        with self.guard:
            upload = self.uploads[number]
            if not isinstance(start, int) or isinstance(start, bool):
                raise ValueError("A start is a whole number.")
            end = start + len(data)
            if start < 0 or end > upload["size"]:
                raise ValueError("This piece does not lie within the photograph.")
            upload["spool"].seek(start)
            upload["spool"].write(data)
            upload["spool"].flush()
            upload["gaps"] = {
                rest
                for a, b in upload["gaps"]
                for rest in ((a, min(b, start)), (max(a, end), b))
                if rest[0] < rest[1]
            } if data else upload["gaps"]

    def finish(self, number):
        with self.guard:
            upload = self.uploads[number]
            if upload["gaps"]:
                return None
            spool = upload["spool"]
            spool.seek(0)
            head, png = spool.read(8), upload["ending"].lower() == "png"
            if not (head == bytes([137, 80, 78, 71, 13, 10, 26, 10]) if png else head[:3] == bytes([255, 216, 255])):
                raise ValueError("This is no photograph of the kind that its name tells.")
            spool.seek(0)
            name = upload["name"] or self._other(upload)
            while True:
                path = self.folder / name
                try:
                    target = path.open("xb")
                except FileExistsError:
                    name = self._other(upload)
                    continue
                break
            try:
                with target:
                    shutil.copyfileobj(spool, target)
            except BaseException:
                path.unlink()
                raise
            self.uploads.pop(number)
            spool.close()
            return name

    @staticmethod
    def _other(upload):
        return f"{uuid.uuid4()}.{upload['ending']}"

    def photos(self):
        return sorted(p.name for p in self.folder.iterdir() if NAME.fullmatch(p.name) and p.is_file())
