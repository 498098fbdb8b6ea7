"""Jobs in a small binary form of its own: one letter for the kind, a length, the content."""
import io
import logging
import os
import struct
from pathlib import Path

log = logging.getLogger(__name__)
log.addHandler(logging.NullHandler())


def _block(letter, content):
    return letter + struct.pack(">Q", len(content)) + content


def encode(value):
    kind = type(value)
    if value is None:
        return b"N"
    if kind is bool:
        return b"T" if value else b"F"
    if kind is float:
        return b"D" + struct.pack(">d", value)
    if kind is int:
        return _block(b"I", value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))
    if kind is str:
        return _block(b"S", value.encode("utf-8", "surrogatepass"))
    if kind is bytes:
        return _block(b"B", value)
    if kind is list:
        return _block(b"L", b"".join(map(encode, value)))
    if kind is dict:
        if any(type(key) is not str for key in value):
            raise ValueError("the keys of a dictionary must be strings")
        return _block(b"M", b"".join(encode(part) for pair in value.items() for part in pair))
    raise ValueError(f"{kind.__name__} is not a kind of value for a job")


class Reader:
    def __init__(self, content):
        self.left = io.BytesIO(content)

    def exactly(self, count):
        if count > len(self.left.getbuffer()) - self.left.tell():
            raise ValueError("cut off")
        return self.left.read(count)

    def values(self):
        while letter := self.left.read(1):
            yield self.value(letter)

    def value(self, letter):
        if letter in (b"N", b"T", b"F"):
            return {b"N": None, b"T": True, b"F": False}[letter]
        if letter == b"D":
            return struct.unpack(">d", self.exactly(8))[0]
        if letter not in (b"I", b"S", b"B", b"L", b"M"):
            raise ValueError("unknown kind")
        (count,) = struct.unpack(">Q", self.exactly(8))
        content = self.exactly(count)
        if letter == b"I":
            return int.from_bytes(content, "big", signed=True)
        if letter == b"S":
            return content.decode("utf-8", "surrogatepass")
        if letter == b"B":
            return content
        parts = list(Reader(content).values())
        if letter == b"L":
            return parts
        keys, items = parts[::2], parts[1::2]
        if len(keys) != len(items) or not all(isinstance(key, str) for key in keys):
            raise ValueError("no dictionary")
        return dict(zip(keys, items))


def decode(content):
    kind, options = Reader(content).values()
    if not isinstance(kind, str) or not isinstance(options, dict):
        raise ValueError("not a job")
    return kind, options


class Spool:
    def __init__(self, folder):
        self.folder = Path(folder)

    def _jobs(self):
        found = (p for p in self.folder.glob("*.kiln") if p.stem.isascii() and p.stem.isdigit())
        return sorted((p for p in found if not p.is_symlink() and p.is_file()),
                      key=lambda p: (int(p.stem[:40]), p.name))

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job needs a string and a dictionary")
        try:
            content = encode(kind) + encode(options)
        except RecursionError:
            raise ValueError("nested too deeply") from None
        jobs = self._jobs()
        number = int(jobs[-1].stem[:40]) + 1 if jobs else 0
        draft = self.folder / f"{number:020}.{os.urandom(4).hex()}.draft"
        draft.write_bytes(content)
        draft.replace(self.folder / f"{number:020}.kiln")

    def take(self):
        for path in self._jobs():
            try:
                return decode(path.read_bytes())
            except (ValueError, RecursionError, OSError) as error:
                log.warning("%s is not a job: %s", path, error)
            finally:
                path.unlink(missing_ok=True)
        return None

    def waiting(self):
        return len(self._jobs())
