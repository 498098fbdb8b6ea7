"""Pictures of the doorbells.  New pictures are completed in a folder beside the shown one."""

from operator import index
from pathlib import Path
from re import compile as pattern
from tempfile import TemporaryDirectory

MAGIC = pattern(rb"(?P<png>\x89PNG\r\n\x1a\n)|(?P<gif>GIF8[79]a)")


class WrongPicture(ValueError):
    """What was uploaded is no picture for a doorbell."""


class WrongFlat(ValueError):
    """There is no such flat."""


class _Flat:
    def __init__(self, folder, number):
        try:
            number = 0 if number is True else index(number)
        except TypeError:
            number = 0
        if number <= 0:
            raise WrongFlat(number)
        self.files = {kind: folder / "{:d}.{}".format(number, kind) for kind in ("png", "gif")}

    def picture(self):
        for kind, file in self.files.items():
            try:
                data = file.read_bytes()
            except FileNotFoundError:
                continue
            if sniff(data) == kind:
                return file, kind, data
        return None, None, None

    def take(self, source, kind):
        target = self.files[kind]
        for file in self.files.values():
            if file != target:
                file.unlink(missing_ok=True)
        source.replace(target)
        return target.name


def sniff(data):
    found = MAGIC.match(data)
    return found and found.lastgroup


class Doorbells:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()

    def put(self, flat, name, data):
        flat = _Flat(self.folder, flat)
        data = bytes(data)
        kind = sniff(data)
        if kind is None:
            raise WrongPicture(name)
        if len(data) > 65_536:
            raise WrongPicture("%d bytes" % len(data))
        with TemporaryDirectory(prefix=".new-bell-", dir=self.folder.parent) as beside:
            draft = Path(beside, "picture")
            draft.write_bytes(data)
            return flat.take(draft, kind)

    def show(self, flat):
        _, kind, data = _Flat(self.folder, flat).picture()
        return (f"image/{kind}", data) if kind else None

    def move(self, old, new):
        old, new = _Flat(self.folder, old), _Flat(self.folder, new)
        file, kind, _ = old.picture()
        return new.take(file, kind) if kind else None
