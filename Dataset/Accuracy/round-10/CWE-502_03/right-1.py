"""The spool between the web form and the kiln's controller; JSON with one-key objects."""

import base64
import json
import os
import pathlib
import stat
import uuid


class BadJob(Exception):
    pass


class _Codec:
    """Plain JSON values stand for themselves, where they come back the same; the rest is an object
    with exactly one of the keys int, float, bytes, dict."""

    def dump(self, value):
        kind = type(value)
        if kind in (str, bool, type(None)):
            return value
        if kind is list:
            return [self.dump(item) for item in value]
        if kind is int:
            return {"int": f"{value:x}"}
        if kind is float:
            return {"float": value.hex()}
        if kind is bytes:
            return {"bytes": base64.b85encode(value).decode()}
        if kind is dict and all(type(key) is str for key in value):
            return {"dict": {key: self.dump(item) for key, item in value.items()}}
        raise ValueError(f"not for the spool: {kind.__name__}")

    def load(self, node):
        match node:
            case None | bool() | str():
                return node
            case list():
                return [self.load(item) for item in node]
            case {"int": str(digits), **rest} if not rest:
                return int(digits, 16)
            case {"float": str(digits), **rest} if not rest:
                return float.fromhex(digits)
            case {"bytes": str(text), **rest} if not rest:
                return base64.b85decode(text)
            case {"dict": dict(inner), **rest} if not rest:
                return dict(zip(inner, map(self.load, inner.values())))
        raise BadJob(f"unknown: {type(node)}")


class Spool(_Codec):
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def _queue(self):
        found = []
        for path in self.folder.glob("job-*"):
            number = path.name[4:]
            if number.isascii() and number.isdecimal() and len(number) < 40:
                if stat.S_ISREG(path.lstat().st_mode):
                    found.append((int(number), path.name))
        return sorted(found)

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("kind is a string, options a dictionary")
        try:
            text = json.dumps({"kind": kind, "options": self.dump(options)}, ensure_ascii=False)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        queue = self._queue()
        number = queue[-1][0] + 1 if queue else 0
        fresh = self.folder / f"new-{uuid.uuid4()}"
        with open(fresh, "xb") as file:
            os.fchmod(file.fileno(), 0o644)
            file.write(text.encode("utf-8", "surrogatepass"))
        fresh.rename(self.folder / f"job-{number}")

    def take(self):
        for _, name in self._queue():
            path = self.folder / name
            try:
                with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
                    raw = file.read()
            except OSError:
                raw = b""
            path.unlink(missing_ok=True)
            try:
                match json.loads(raw.decode("utf-8", "surrogatepass")):
                    case {"kind": str(kind), "options": {"dict": _} as node}:
                        return kind, self.load(node)
            except (BadJob, ValueError, RecursionError):
                continue
        return None

    def waiting(self):
        return len(self._queue())
