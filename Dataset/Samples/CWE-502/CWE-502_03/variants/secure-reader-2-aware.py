import base64
import json
import os
import re
import stat
import time

JOB = re.compile(r"[0-9]{20,60}\.job")


def _pack(value):
    """To JSON; what JSON lacks becomes an object with one telling key."""
    kind = type(value)
    if value is None or kind in (str, float, bool):
        return value
    if kind is int:
        return {"int": hex(value)}
    if kind is bytes:
        return {"bytes": base64.b64encode(value).decode("ascii")}
    if kind is list:
        return [_pack(item) for item in value]
    if kind is dict and all(type(key) is str for key in value):
        return {"dict": {key: _pack(item) for key, item in value.items()}}
    raise ValueError(f"cannot be stored in a job: {value!r}")


def _unpack(value):
    if isinstance(value, list):
        return [_unpack(item) for item in value]
    if not isinstance(value, dict):
        return value
    [(kind, content)] = value.items()
    if kind == "int":
        return int(content, 16)
    if kind == "bytes":
        return base64.b64decode(content, validate=True)
    if kind == "dict":
        return {key: _unpack(item) for key, item in content.items()}
    raise ValueError("unknown kind of value")


class Spool:
    def __init__(self, folder):
        self._folder = folder

    def _jobs(self):
        with os.scandir(self._folder) as entries:
            names = [e.name for e in entries
                     if JOB.fullmatch(e.name) and e.is_file(follow_symlinks=False)]
        return sorted(names, key=lambda name: int(name[:-4]))

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job has a string and a dictionary")
        try:
            text = json.dumps([kind, _pack(options)])
        except RecursionError:
            raise ValueError("options are nested too deeply") from None
        number = time.time_ns()
        jobs = self._jobs()
        if jobs:
            number = max(number, int(jobs[-1][:-4]) + 1)
        path = os.path.join(self._folder, f"{number:020d}.job")
        with open(path + ".new", "x", encoding="ascii") as f:
            f.write(text)
        os.rename(path + ".new", path)

    def take(self):
        for name in self._jobs():
            path = os.path.join(self._folder, name)
            job = self._read(path)
            os.unlink(path)
            if job is not None:
                return job
        return None  # files that are no jobs have been thrown away

    @staticmethod
    def _read(path):
        try:
            fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with open(fd, encoding="ascii") as f:
                if not stat.S_ISREG(os.fstat(fd).st_mode):
                    return None
                kind, options = json.load(f)
            options = _unpack(options)
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return None
        if isinstance(kind, str) and isinstance(options, dict):
            return kind, options
        return None

    def waiting(self):
        return len(self._jobs())
