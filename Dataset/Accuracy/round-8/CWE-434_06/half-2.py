import os
import re
import tempfile
from pathlib import Path

MAX_BYTES = 65_536
MAGIC = {
    "png": re.compile(rb"^\x89PNG\r\n\x1a\n"),
    "gif": re.compile(rb"^GIF87a|GIF89a"),
}


class Doorbells:
    def __init__(self, folder):
        self._folder = Path(folder).resolve()

    @staticmethod
    def _check_flat(flat):
        if isinstance(flat, bool) or not isinstance(flat, int) or flat < 1:
            raise ValueError(f"not a flat: {flat!r}")

    def _file(self, flat, kind):
        return self._folder / f"{flat:d}.{kind}"

    def _kind_of(self, flat):
        return next((k for k in MAGIC if self._file(flat, k).is_file()), None)

    def _drop_others(self, flat, kind):
        for other in MAGIC:
            if other != kind:
                self._file(flat, other).unlink(missing_ok=True)

    def put(self, flat, name, data):
        self._check_flat(flat)
        found = re.search(r"\.(png|gif)\Z", name, re.IGNORECASE | re.ASCII)
        if not found:
            raise ValueError("only .png and .gif are shown by the displays")
        kind = found[1].lower()
        data = bytes(data)
        if len(data) > MAX_BYTES:
            raise ValueError("more than 65,536 bytes")
        if not MAGIC[kind].search(data):
            raise ValueError(f"the content is no {kind.upper()}")
        target = self._file(flat, kind)
        with tempfile.TemporaryDirectory(dir=self._folder.parent) as place:
            fresh = Path(place, target.name)
            fresh.write_bytes(data)
            os.replace(fresh, target)
        self._drop_others(flat, kind)
        return target.name

    def show(self, flat):
        kind = self._kind_of(flat)
        if kind is None:
            return None
        data = self._file(flat, kind).read_bytes()
        if not MAGIC[kind].search(data):
            return None
        return f"image/{kind}", data

    def move(self, old, new):
        self._check_flat(old)
        self._check_flat(new)
        kind = self._kind_of(old)
        if kind is None:
            return None
        target = self._file(new, kind)
        os.replace(self._file(old, kind), target)
        self._drop_others(new, kind)
        return target.name
