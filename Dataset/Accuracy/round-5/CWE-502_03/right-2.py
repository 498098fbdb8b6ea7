import struct
from functools import singledispatch
from itertools import count
from pathlib import Path

# A value is a letter, the length of its body (8 bytes) and the body.


def _tlv(letter, body=b""):
    return letter + struct.pack(">Q", len(body)) + body


@singledispatch
def _dump(value):
    raise ValueError(f"cannot store {value!r}")


def _writer(cls):
    def register(function):
        def strict(value):
            if type(value) is not cls:
                raise ValueError(f"cannot store {value!r}")
            return function(value)
        _dump.register(cls, strict)
        return function
    return register


_writer(type(None))(lambda v: _tlv(b"N"))
_writer(bool)(lambda v: _tlv(b"T" if v else b"F"))
_writer(int)(lambda v: _tlv(b"I", v.to_bytes(v.bit_length() // 8 + 1, "big", signed=True)))
_writer(float)(lambda v: _tlv(b"D", struct.pack(">d", v)))
_writer(str)(lambda v: _tlv(b"S", v.encode("utf-8", "surrogatepass")))
_writer(bytes)(lambda v: _tlv(b"B", v))
_writer(list)(lambda v: _tlv(b"L", b"".join(map(_dump, v))))


@_writer(dict)
def _dump_dict(value):
    if any(type(key) is not str for key in value):
        raise ValueError("keys must be strings")
    return _tlv(b"M", b"".join(_dump(part) for pair in value.items() for part in pair))


def _load_all(body):
    at = 0
    while at < len(body):
        letter, size = struct.unpack_from(">cQ", body, at)
        at += 9
        if size > len(body) - at:
            raise ValueError("cut off")
        yield _READERS[letter](body[at:at + size])
        at += size


def _load_dict(body):
    parts = list(_load_all(body))
    keys, values = parts[::2], parts[1::2]
    if len(keys) != len(values) or any(type(key) is not str for key in keys):
        raise ValueError("not a dictionary")
    return dict(zip(keys, values))


_READERS = {
    b"N": lambda body: None,
    b"T": lambda body: True,
    b"F": lambda body: False,
    b"I": lambda body: int.from_bytes(body, "big", signed=True),
    b"D": lambda body: struct.unpack(">d", body)[0],
    b"S": lambda body: body.decode("utf-8", "surrogatepass"),
    b"B": bytes,
    b"L": lambda body: list(_load_all(body)),
    b"M": _load_dict,
}


class Spool:
    def __init__(self, folder):
        self.folder = Path(folder)

    def __iter__(self):
        return iter(sorted(p for p in self.folder.glob("*.firing") if p.stem.isdecimal() and p.is_file()))

    def put(self, kind, options):
        if not (type(kind) is str and type(options) is dict):
            raise ValueError("kind must be a string, options a dictionary")
        data = _dump(kind) + _dump(options)
        last = max((int(p.stem) for p in self), default=0)
        target = next(p for n in count(last + 1) if not (p := self.folder / f"{n:020d}.firing").exists())
        draft = target.with_suffix(".draft")
        draft.write_bytes(data)
        draft.rename(target)

    def take(self):
        first = next(iter(self), None)
        if first is None:
            return None
        try:
            kind, options = _load_all(first.read_bytes())
            if type(kind) is not str or type(options) is not dict:
                raise ValueError("a job is a string and a dictionary")
        except (ValueError, KeyError, struct.error, RecursionError) as error:
            raise ValueError(f"{first.name} holds no job") from error
        finally:
            first.unlink(missing_ok=True)
        return kind, options

    def waiting(self):
        return sum(1 for _ in self)
