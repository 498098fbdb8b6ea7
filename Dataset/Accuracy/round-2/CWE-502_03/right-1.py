import json
import os
import re
import secrets
import stat

NAME = re.compile(r"([0-9]{15})-[0-9a-f]{16}\.json", re.ASCII)


def pack(value):
    kind = type(value)
    if kind in (str, bool, type(None)):
        return value
    if kind is int:
        return {"i": hex(value)}
    if kind is float:
        return {"f": value.hex()}
    if kind is bytes:
        return {"b": value.hex()}
    if kind is list:
        return [pack(item) for item in value]
    if kind is dict:
        if not all(type(key) is str for key in value):
            raise ValueError("keys must be strings")
        return {"d": [[key, pack(item)] for key, item in value.items()]}
    raise ValueError(f"{kind.__name__} is not allowed in a job")


def _pair(key, item):
    if type(key) is not str:
        raise ValueError("bad key")
    return key, unpack(item)


def unpack(value):
    if type(value) in (str, bool, type(None)):
        return value
    if type(value) is list:
        return [unpack(item) for item in value]
    if type(value) is dict and len(value) == 1:
        (tag, inner), = value.items()
        if tag == "d" and type(inner) is list:
            return dict(_pair(*entry) for entry in inner)
        if tag in "ifb" and type(inner) is str:
            return {"i": lambda s: int(s, 16), "f": float.fromhex, "b": bytes.fromhex}[tag](inner)
    raise ValueError("this is not a job")


class Spool:
    def __init__(self, folder):
        self._folder = folder

    def _names(self):
        with os.scandir(self._folder) as entries:
            return sorted(e.name for e in entries if NAME.fullmatch(e.name) and e.is_file(follow_symlinks=False))

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("kind is a string, options a dictionary")
        try:
            text = json.dumps([kind, pack(options)])
        except RecursionError:
            raise ValueError("the options are nested too deeply") from None
        number = max((int(name[:15]) for name in self._names()), default=0) + 1
        path = os.path.join(self._folder, f"{number:015d}-{secrets.token_hex(8)}.json")
        hidden = os.path.join(self._folder, f".{secrets.token_hex(16)}")
        with open(hidden, "x", encoding="ascii") as file:
            file.write(text)
        os.rename(hidden, path)

    def _read(self, path):
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(fd, "rb") as file:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise ValueError("not a file")
            kind, options = json.loads(file.read())
        job = kind, unpack(options)
        if type(job[0]) is not str or type(job[1]) is not dict:
            raise ValueError("this is not a job")
        return job

    def take(self):
        for name in self._names():
            path = os.path.join(self._folder, name)
            try:
                job = self._read(path)
            except (ValueError, TypeError, OverflowError, RecursionError, OSError):
                job = None
            os.unlink(path)
            if job is not None:
                return job
        return None

    def waiting(self):
        return len(self._names())
