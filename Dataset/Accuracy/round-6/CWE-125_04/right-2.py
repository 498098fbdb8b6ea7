import os
from dataclasses import dataclass
from typing import Iterator


class OutOfBounds(ValueError):
    """An entry ends behind the area in which it stands."""


class NoSuchEntry(KeyError):
    pass


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    stop: int

    def __post_init__(self):
        if self.start > self.stop:
            raise OutOfBounds(self)

    def sub(self, start, size):
        if not self.start <= start <= start + size <= self.stop:
            raise OutOfBounds(f"{size} bytes at {start} are not within {self}")
        return Span(start, start + size)


class Tag:
    def __init__(self, path):
        self._fd = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self._fd)

    def _bytes(self, span):
        data = b""
        while missing := span.stop - span.start - len(data):
            piece = os.pread(self._fd, missing, span.start + len(data))
            if not piece:
                raise OutOfBounds("the tag ends")
            data += piece
        return data

    def blocks(self) -> Iterator[tuple[int, Span]]:
        whole = Span(0, os.fstat(self._fd).st_size)
        at = 0
        while at != whole.stop:
            head = self._bytes(whole.sub(at, 3))
            span = whole.sub(at + 3, int.from_bytes(head[1:], byteorder="big"))
            yield head[0], span
            at = span.stop

    def descend(self, area, key):
        at = area.start
        while at != area.stop:
            found, length = self._bytes(area.sub(at, 2))
            value = area.sub(at + 2, length)
            if found == key:
                return value
            at = value.stop
        raise NoSuchEntry(key)

    def value(self, area, keys):
        for key in keys:
            area = self.descend(area, key)
        return self._bytes(area)


def carriers(path):
    with Tag(path) as tag:
        return [number for number, _ in tag.blocks()]


def read_value(path, carrier, keys):
    with Tag(path) as tag:
        for number, area in tag.blocks():
            if number == carrier:
                return tag.value(area, keys)
    raise NoSuchEntry(carrier)
