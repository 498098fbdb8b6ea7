import itertools
import pathlib
import re
import tempfile


class NoPhotograph(ValueError):
    pass


KINDS = {
    ".jpg": bytes.fromhex("FF D8 FF"),
    ".jpeg": bytes.fromhex("FF D8 FF"),
    ".png": bytes.fromhex("89 50 4E 47 0D 0A 1A 0A"),
}


class Receiver:
    """Uploads under way are temporary files without a name; only what is complete gets one in the folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        self.numbers = itertools.count(1)
        self.under_way = {}

    def begin(self, name, size):
        if size not in range(1, 5_000_001):
            raise NoPhotograph(size)
        if re.fullmatch("[a-zA-Z0-9_-]{1,150}[.][a-zA-Z]{3,4}", name) is None:
            stem, dot, ending = name.rpartition(".")
            if not dot or stem.count(".") > 3:
                raise NoPhotograph(name)
            name = f"photo-{len(stem)}.{ending}"
        if pathlib.PurePosixPath(name).suffix.lower() not in KINDS or "/" in name:
            raise NoPhotograph(name)
        number = next(self.numbers)
        self.under_way[number] = (name, size, tempfile.TemporaryFile(), [])
        return number

    def piece(self, number, start, data):
        _, size, file, spans = self.under_way[number]
        if start < 0 or start + len(data) > size:
            raise NoPhotograph("beyond its end")
        file.seek(start)
        file.write(data)
        spans.append((start, start + len(data)))
        spans.sort()
        # Joined, so that there are few.
        joined = []
        for low, high in spans:
            if joined and low <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
            elif low < high:
                joined.append((low, high))
        spans[:] = joined

    def finish(self, number):
        name, size, file, spans = self.under_way[number]
        if spans != [(0, size)]:
            return None
        file.seek(0)
        data = file.read()
        given = pathlib.PurePosixPath(name)
        if not data.startswith(KINDS[given.suffix.lower()]):
            self.under_way.pop(number)
            raise NoPhotograph(name)
        taken = {entry.name for entry in self.folder.iterdir()}
        for copy in itertools.count():
            chosen = f"{given.stem}_{copy}{given.suffix}" if copy else name
            if chosen not in taken:
                break
        try:
            self.folder.joinpath(chosen).write_bytes(data)
        except OSError:
            # Half a photograph is none.
            self.folder.joinpath(chosen).unlink(missing_ok=True)
            raise
        self.under_way.pop(number)
        return chosen

    def photos(self):
        return sorted(entry.name for entry in self.folder.iterdir() if entry.suffix.lower() in KINDS)
