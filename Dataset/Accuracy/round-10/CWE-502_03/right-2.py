"""The spool between the web form and the kiln's controller, in a small binary notation.

A value is one letter, and after it, where there is something to tell: a length of eight bytes and
that many bytes (I F S B) or that many values (L D; in D each value has a key S before it).
"""

import contextlib
import io
import os
import re
import struct
import tempfile

_PLAIN = {b"N": None, b"T": True, b"f": False}
_SIZE = struct.Struct(">Q")


def _text(value):
    return value.encode("utf-8", "surrogatepass")


def _written(value, above=()):
    """Yields the pieces of a value."""
    for letter, plain in _PLAIN.items():
        if value is plain:
            yield letter
            return
    if type(value) in (list, dict):
        if id(value) in above or len(above) > 400:
            raise ValueError("nested too deeply")
        above = (*above, id(value))
        yield (b"L" if type(value) is list else b"D") + _SIZE.pack(len(value))
        for item in value:
            if type(value) is dict:
                if type(item) is not str:
                    raise ValueError("keys are strings")
                yield from _written(item)
                item = value[item]
            yield from _written(item, above)
        return
    if type(value) is int:
        letter, raw = b"I", value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)
    elif type(value) is float:
        letter, raw = b"F", struct.pack(">d", value)
    elif type(value) is str:
        letter, raw = b"S", _text(value)
    elif type(value) is bytes:
        letter, raw = b"B", value
    else:
        raise ValueError(f"{type(value).__name__} cannot be in a job")
    yield letter + _SIZE.pack(len(raw)) + raw


_LEAVES = {
    b"I": lambda raw: int.from_bytes(raw, "big", signed=True),
    b"F": lambda raw: struct.unpack(">d", raw)[0],
    b"S": lambda raw: raw.decode("utf-8", "surrogatepass"),
    b"B": bytes,
}


class _Reader:
    def __init__(self, data):
        self._file = io.BytesIO(data)
        self._left = len(data)

    def _bytes(self, count):
        if count > self._left:
            raise ValueError("the file ends too early")
        self._left -= count
        return self._file.read(count)

    def value(self):
        """Reads one value, without recursion: `open_` holds the containers that are not full."""
        open_ = []
        while True:
            key = None
            if open_ and type(open_[-1][0]) is dict:
                key = self._leaf(self._bytes(1))
                if type(key) is not str:
                    raise ValueError("a key is no string")
            letter = self._bytes(1)
            if letter in (b"L", b"D"):
                count = _SIZE.unpack(self._bytes(8))[0]
                value = [] if letter == b"L" else {}
            else:
                value, count = self._leaf(letter), None
            if open_:
                box = open_[-1]
                if key is None:
                    box[0].append(value)
                else:
                    box[0][key] = value
                box[1] -= 1
            if count is not None:
                open_.append([value, count])
            while open_ and not open_[-1][1]:
                value = open_.pop()[0]
            if not open_:
                return value

    def _leaf(self, letter):
        if letter in _PLAIN:
            return _PLAIN[letter]
        if letter not in _LEAVES:
            raise ValueError("unknown letter")
        return _LEAVES[letter](self._bytes(_SIZE.unpack(self._bytes(8))[0]))

    def end(self):
        if self._left:
            raise ValueError("something follows")


class Spool:
    def __init__(self, folder):
        self._folder = folder

    def _names(self):
        return sorted(
            entry.name
            for entry in os.scandir(self._folder)
            if re.fullmatch("[0-9a-f]{24}", entry.name) and entry.is_file(follow_symlinks=False)
        )

    def put(self, kind, options):
        if not isinstance(kind, str) or not isinstance(options, dict):
            raise ValueError("a job is a string and a dictionary")
        data = b"".join(_written([kind, options]))
        names = self._names()
        number = int(names[-1], 16) + 1 if names else 0
        with tempfile.NamedTemporaryFile(dir=self._folder, prefix="~", delete=False) as file:
            os.fchmod(file.fileno(), 0o644)
            file.write(data)
        os.replace(file.name, os.path.join(self._folder, format(number, "024x")))

    def take(self):
        while names := self._names():
            path = os.path.join(self._folder, names[0])
            data = b""
            with contextlib.suppress(OSError):
                handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
                with os.fdopen(handle, "rb") as file:
                    data = file.read()
            os.unlink(path)
            with contextlib.suppress(ValueError):
                reader = _Reader(data)
                job = reader.value()
                reader.end()
                if type(job) is list and list(map(type, job)) == [str, dict]:
                    return tuple(job)
        return None

    def waiting(self):
        return sum(1 for _ in self._names())
