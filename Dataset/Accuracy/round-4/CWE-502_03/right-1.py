import json
import os
import tempfile
import time
from functools import singledispatch
from pathlib import Path


@singledispatch
def pack(value):
    raise ValueError(f"cannot be put: {value!r}")


for plain in (str, bool, type(None)):
    pack.register(plain, lambda v: ["=", v])
pack.register(int, lambda v: ["i", hex(v)])
pack.register(float, lambda v: ["f", v.hex()])
pack.register(bytes, lambda v: ["b", v.hex()])
pack.register(list, lambda v: ["l", [exact(x) for x in v]])


@pack.register
def _(value: dict):
    if any(type(k) is not str for k in value):
        raise ValueError("keys must be strings")
    return ["d", [[k, exact(v)] for k, v in value.items()]]


def exact(value):
    if type(value) not in (str, int, float, bool, type(None), bytes, list, dict):
        raise ValueError(f"cannot be put: {value!r}")
    return pack(value)


def text(value):
    if type(value) is not str:
        raise ValueError("string expected")
    return value


def unpack(node):
    match node:
        case ["=", None | bool() | str() as v]:
            return v
        case ["i", str(v)]:
            return int(v, 16)
        case ["f", str(v)]:
            return float.fromhex(v)
        case ["b", str(v)]:
            return bytes.fromhex(v)
        case ["l", list(items)]:
            return [unpack(x) for x in items]
        case ["d", list(pairs)]:
            return {text(k): unpack(v) for k, v in pairs}
    raise ValueError("not a job")


class Spool:
    def __init__(self, folder):
        self.folder = Path(folder)

    def _jobs(self):
        return sorted(p for p in self.folder.glob("*.job") if p.stem.isascii() and p.stem.isdigit() and len(p.stem) == 24)

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("kind must be a string, options a dictionary")
        body = json.dumps([kind, exact(options)])
        last = max((int(p.stem) for p in self._jobs()), default=0)
        number = max(time.time_ns(), last + 1)
        fd, draft = tempfile.mkstemp(dir=self.folder, suffix=".draft")
        with open(fd, "w", encoding="ascii") as f:
            f.write(body)
            os.fchmod(f.fileno(), 0o644)
        os.replace(draft, self.folder / f"{number:024d}.job")

    def take(self):
        for path in self._jobs():
            try:
                raw = path.read_text("ascii") if path.is_file() else ""
                path.unlink()
            except (OSError, UnicodeDecodeError):
                path.unlink(missing_ok=True) if not path.is_dir() else None
                continue
            try:
                kind, node = json.loads(raw)
                options = unpack(node)
                if type(options) is dict:
                    return text(kind), options
            except (ValueError, TypeError, RecursionError, OverflowError):
                continue
        return None

    def waiting(self):
        return len(self._jobs())
