from contextlib import contextmanager
from functools import reduce


class _Window:
    """A read-only stream over a part of a bytes object; nothing outside can be reached through it."""

    def __init__(self, view):
        self._view = view
        self._at = 0

    def take(self, count):
        piece = self._view[self._at:self._at + count]
        if len(piece) != count:
            raise ValueError(f"{count} bytes announced, {len(piece)} there")
        self._at += count
        return piece

    def entries(self):
        while self._at < len(self._view):
            key, length = self.take(2)
            yield key, self.take(length)


@contextmanager
def _tag(path):
    with open(path, "rb") as file:
        yield _blocks(file.read())


def _blocks(view):
    window = _Window(view)
    while window._at < len(view):
        number, high, low = window.take(3)
        yield number, window.take(high * 256 + low)


def _first(pairs, wanted):
    for key, value in pairs:
        if key == wanted:
            return value
    raise KeyError(wanted)


def carriers(path):
    with _tag(path) as blocks:
        return [number for number, _ in blocks]


def read_value(path, carrier, keys):
    if not keys:
        raise KeyError(keys)
    with _tag(path) as blocks:
        content = bytes(_first(blocks, carrier))
    return reduce(lambda area, key: bytes(_first(_Window(area).entries(), key)), keys, content)
