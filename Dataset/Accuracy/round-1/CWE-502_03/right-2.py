import io
import logging
import struct
import uuid
from pathlib import Path

log = logging.getLogger("spool")


def _frame(tag, body):
    yield tag + struct.pack(">I", len(body)) + body


def encode(value, path=()):
    if id(value) in path:
        raise ValueError("a value holds itself")
    kind, inner = type(value), path + (id(value),)
    if value is None:
        yield from _frame(b"N", b"")
    elif kind is bool:
        yield from _frame(b"T" if value else b"F", b"")
    elif kind is int:
        yield from _frame(b"I", b"%x" % value)
    elif kind is float:
        yield from _frame(b"R", struct.pack(">d", value))
    elif kind is bytes:
        yield from _frame(b"B", value)
    elif kind is str:
        yield from _frame(b"S", value.encode("utf-8", "surrogatepass"))
    elif kind is list:
        yield from _frame(b"L", b"".join(b"".join(encode(item, inner)) for item in value))
    elif kind is dict:
        if not all(type(key) is str for key in value):
            raise ValueError("keys must be strings")
        yield from _frame(b"D", b"".join(b"".join(encode(part, inner)) for pair in value.items() for part in pair))
    else:
        raise ValueError(f"a {kind.__name__} cannot be put into the spool")


def decode(stream):
    """Yield the values one after the other."""
    while head := stream.read(5):
        tag, size = struct.unpack(">cI", head)
        body = stream.read(size)
        if len(body) != size:
            raise ValueError("cut off")
        if tag == b"N":
            yield None
        elif tag in (b"T", b"F"):
            yield tag == b"T"
        elif tag == b"I":
            yield int(body, 16)
        elif tag == b"R":
            yield struct.unpack(">d", body)[0]
        elif tag == b"B":
            yield body
        elif tag == b"S":
            yield body.decode("utf-8", "surrogatepass")
        elif tag == b"L":
            yield list(decode(io.BytesIO(body)))
        elif tag == b"D":
            flat = list(decode(io.BytesIO(body)))
            if len(flat) % 2 or not all(type(key) is str for key in flat[::2]):
                raise ValueError("broken dictionary")
            yield dict(zip(flat[::2], flat[1::2]))
        else:
            raise ValueError("unknown tag")


class Spool:
    def __init__(self, folder):
        self._folder = Path(folder)

    def _order(self):
        found = {}
        for path in self._folder.iterdir():
            digits, _, ending = path.name.partition("_")
            if ending.endswith(".tlv") and digits.isascii() and digits.isdigit() and len(digits) >= 24:
                if path.is_file() and not path.is_symlink():
                    found[path] = int(digits), ending
        return sorted(found, key=found.get)

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("put(str, dict)")
        content = b"".join(encode([kind, options]))
        last = self._order()[-1:]
        number = int(last[0].name.partition("_")[0]) + 1 if last else 1
        draft = self._folder / f"{uuid.uuid4()}.part"
        draft.write_bytes(content)
        draft.rename(self._folder / f"{number:024d}_{uuid.uuid4()}.tlv")

    def take(self):
        """Raise ValueError for a file that is no job; it is removed all the same."""
        oldest = next(iter(self._order()), None)
        if oldest is None:
            return None
        content = oldest.read_bytes()
        oldest.unlink()
        try:
            (job,) = decode(io.BytesIO(content))
            kind, options = job
            if type(job) is not list or type(kind) is not str or type(options) is not dict:
                raise ValueError("not a job")
        except (struct.error, TypeError, RecursionError, ValueError) as error:
            log.warning("removed %s: %s", oldest.name, error)
            raise ValueError(f"{oldest.name} was not a job") from error
        return kind, options

    def waiting(self):
        return len(self._order())
