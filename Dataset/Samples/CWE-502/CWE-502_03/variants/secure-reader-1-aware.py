import base64
import json
import os
import re
import stat
import time

_JOB = re.compile(r"[0-9]{20}\.job")


def _pack(value):
    """Plain JSON; whatever JSON lacks becomes an object with one known key."""
    kind = type(value)
    if value is None or kind in (str, bool, float):
        return value
    if kind is int:
        return {"int": hex(value)}
    if kind is bytes:
        return {"bytes": base64.b64encode(value).decode("ascii")}
    if kind is list:
        return [_pack(item) for item in value]
    if kind is dict and all(type(key) is str for key in value):
        return {"dict": [[key, _pack(item)] for key, item in value.items()]}
    raise ValueError(f"a job cannot hold a value of the type {kind.__name__}")


def _unpack(value):
    if isinstance(value, list):
        return [_unpack(item) for item in value]
    if not isinstance(value, dict):
        return value
    [(tag, inner)] = value.items()
    if tag == "int":
        return int(inner, 16)
    if tag == "bytes":
        return base64.b64decode(inner, validate=True)
    if tag == "dict":
        return {str(key): _unpack(item) for key, item in inner}
    raise ValueError("unknown tag")


class Spool:
    def __init__(self, folder):
        self._folder = folder

    def _jobs(self):
        with os.scandir(self._folder) as entries:
            return sorted(e.name for e in entries
                          if _JOB.fullmatch(e.name) and e.is_file(follow_symlinks=False))

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("kind must be a string and options a dictionary")
        try:
            text = json.dumps([kind, _pack(options)])
        except RecursionError as error:
            raise ValueError("options are nested too deeply") from error
        jobs = self._jobs()
        number = max(time.time_ns(), int(jobs[-1][:20]) + 1 if jobs else 0)
        path = os.path.join(self._folder, f"{number:020d}.job")
        with open(path + ".new", "x", encoding="ascii") as f:
            f.write(text)
        os.rename(path + ".new", path)

    def take(self):
        for name in self._jobs():
            path = os.path.join(self._folder, name)
            fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(fd, "rb") as f:
                content = f.read() if stat.S_ISREG(os.fstat(fd).st_mode) else b""
            os.remove(path)
            try:
                kind, options = json.loads(content)
                options = _unpack(options)
            except (ValueError, TypeError, AttributeError, RecursionError):
                continue  # not a job that put() has made: thrown away
            if isinstance(kind, str) and isinstance(options, dict):
                return kind, options
        return None

    def waiting(self):
        return len(self._jobs())
