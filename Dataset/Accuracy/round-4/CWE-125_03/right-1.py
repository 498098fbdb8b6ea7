import io
import json
import operator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Window:
    raw: io.RawIOBase
    offset: int
    size: int

    def part(self, start, length):
        stop = min(self.size, start + length)
        if stop <= start:
            return b""
        self.raw.seek(self.offset + start)
        pieces, left = [], stop - start
        while left > 0:
            piece = self.raw.read(left)
            if not piece:
                break
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)


@contextmanager
def programme(folder, title):
    folder = Path(folder)
    offset, size = json.loads((folder / "index.json").read_text("utf-8"))[title]
    with (folder / "archive.bin").open("rb", buffering=0) as raw:
        yield Window(raw, offset, size)


def read_part(folder, title, start, length):
    with programme(folder, title) as window:
        try:
            start, length = operator.index(start), operator.index(length)
        except TypeError as e:
            raise ValueError("whole numbers expected") from e
        if min(start, length) < 0:
            raise ValueError("negative start or length")
        if start >= window.size:
            return b"", None
        data = window.part(start, length)
        stop = min(start + length, window.size)
        return data, (None if stop == window.size else stop)
