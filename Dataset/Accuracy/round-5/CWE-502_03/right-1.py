import base64
import json
import logging
import os
import re
import stat

log = logging.getLogger("kiln.spool")


def _pack(value):
    match value:
        case None | True | False:
            return value
        case float() if type(value) is float:
            return value
        case int() if type(value) is int:
            return {"int": hex(value)}
        case str() if type(value) is str:
            return {"str": base64.b85encode(value.encode("utf-8", "surrogatepass")).decode()}
        case bytes() if type(value) is bytes:
            return {"bytes": base64.b85encode(value).decode()}
        case list() if type(value) is list:
            return [_pack(item) for item in value]
        case dict() if type(value) is dict and all(type(key) is str for key in value):
            return {"dict": [[_pack(key), _pack(item)] for key, item in value.items()]}
    raise ValueError(f"not a value for a job: {type(value).__name__}")


def _unpack(value):
    match value:
        case None | bool() | float():
            return value
        case list():
            return [_unpack(item) for item in value]
        case {"int": str(digits), **rest} if not rest:
            return int(digits, 16)
        case {"str": str(text), **rest} if not rest:
            return base64.b85decode(text).decode("utf-8", "surrogatepass")
        case {"bytes": str(text), **rest} if not rest:
            return base64.b85decode(text)
        case {"dict": list(pairs), **rest} if not rest:
            result = {}
            for name, item in pairs:
                key = _unpack(name)
                if type(key) is not str:
                    raise ValueError("key is not a string")
                result[key] = _unpack(item)
            return result
    raise ValueError("unknown notation")


class Spool:
    def __init__(self, folder):
        self._folder = os.fspath(folder)

    def _jobs(self):
        return sorted(int(m[1]) for m in map(re.compile(r"job-([0-9]{1,18})\.json").fullmatch, os.listdir(self._folder)) if m)

    def _path(self, number, ending="json"):
        return os.path.join(self._folder, f"job-{number}.{ending}")

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("put takes a string and a dictionary")
        text = json.dumps([_pack(kind), _pack(options)])
        number = max(self._jobs(), default=0) + 1
        with open(self._path(number, "new"), "w", encoding="ascii") as f:
            f.write(text)
        os.replace(self._path(number, "new"), self._path(number))

    def take(self):
        for number in self._jobs():
            path = self._path(number)
            try:
                return self._read(path)
            except (OSError, ValueError, TypeError, RecursionError) as error:
                log.debug("%s is no job: %s", path, error)
            finally:
                try:
                    os.unlink(path)
                except OSError as error:
                    log.debug("%s stays: %s", path, error)
        return None

    def _read(self, path):
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(fd, encoding="ascii") as f:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise ValueError("not a regular file")
            kind, options = map(_unpack, json.load(f))
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("not a string and a dictionary")
        return kind, options

    def waiting(self):
        return len(self._jobs())
