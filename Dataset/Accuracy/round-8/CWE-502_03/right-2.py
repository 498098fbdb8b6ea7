import logging
import os
import struct
from contextlib import suppress
from functools import singledispatch
from pathlib import Path

MAGIC = b"KILN\n"
log = logging.getLogger("spool")


class BadJob(ValueError):
    pass


def block(tag, data):
    return tag + struct.pack(">Q", len(data)) + data


@singledispatch
def encode(value):
    raise BadJob(f"no place for {type(value)} in a job")


def encoder(kind):
    def register(function):
        def strict(value):
            if type(value) is not kind:
                raise BadJob(f"no place for {type(value)} in a job")
            return function(value)
        encode.register(kind, strict)
        return function
    return register


@encoder(type(None))
def _(value):
    return block(b"n", b"")


@encoder(bool)
def _(value):
    return block(b"?", b"1" if value else b"")


@encoder(int)
def _(value):
    return block(b"i", value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True))


@encoder(float)
def _(value):
    return block(b"f", struct.pack(">d", value))


@encoder(str)
def _(value):
    return block(b"s", value.encode("utf-8", "surrogatepass"))


@encoder(bytes)
def _(value):
    return block(b"b", value)


@encoder(list)
def _(value):
    return block(b"l", b"".join(map(encode, value)))


@encoder(dict)
def _(value):
    if any(type(key) is not str for key in value):
        raise BadJob("keys are strings")
    return block(b"d", b"".join(encode(part) for item in value.items() for part in item))


def blocks(view):
    while view:
        tag, size = bytes(view[:1]), struct.unpack(">Q", view[1:9])[0]
        if size > len(view) - 9:
            raise BadJob("cut off")
        yield decode(tag, view[9:9 + size])
        view = view[9 + size:]


def decode(tag, view):
    match tag:
        case b"n":
            return None
        case b"?":
            return len(view) > 0
        case b"i":
            return int.from_bytes(view, "little", signed=True)
        case b"f":
            return struct.unpack(">d", view)[0]
        case b"s":
            return str(view, "utf-8", "surrogatepass")
        case b"b":
            return bytes(view)
        case b"l":
            return list(blocks(view))
        case b"d":
            parts = list(blocks(view))
            if len(parts) % 2 or any(type(key) is not str for key in parts[::2]):
                raise BadJob("keys are strings")
            return dict(zip(parts[::2], parts[1::2]))
    raise BadJob(f"unknown tag {tag}")


def job_of(data):
    if not data.startswith(MAGIC):
        raise BadJob("no job")
    match list(blocks(memoryview(data)[len(MAGIC):])):
        case [str(kind), dict(options)]:
            return kind, options
    raise BadJob("no job")


class Spool:
    def __init__(self, folder):
        self.folder = Path(folder)

    def __iter__(self):
        files = [p for p in self.folder.glob("job-*") if p.name[4:].isascii() and p.name[4:].isdigit()]
        return iter(sorted((p for p in files if p.is_file() and not p.is_symlink()), key=lambda p: (int(p.name[4:]), p.name)))

    def put(self, kind, options):
        if not (type(kind) is str and type(options) is dict):
            raise BadJob("a kind and options")
        try:
            data = MAGIC + encode(kind) + encode(options)
        except RecursionError:
            raise BadJob("nested without end") from None
        number = max((int(p.name[4:]) for p in self), default=0) + 1
        draft = self.folder / f"draft-{os.getpid()}"
        draft.write_bytes(data)
        draft.rename(self.folder / f"job-{number:010}")

    def take(self):
        for path in self:
            with suppress(FileNotFoundError):
                try:
                    return job_of(path.read_bytes())
                except (ValueError, TypeError, PermissionError, struct.error, RecursionError) as error:
                    log.warning("%s is thrown away: %r", path, error)
                finally:
                    path.unlink()
        return None

    def waiting(self):
        return sum(1 for _ in self)
