import base64
import functools
import json
import os
import re
import stat
import tempfile

JOB = re.compile(r"job-([0-9]+)", re.ASCII)


@functools.singledispatch
def pack(value):
    raise ValueError(f"{type(value).__name__} cannot be stored")


@pack.register(dict)
def _(value):
    if type(value) is not dict or any(type(key) is not str for key in value):
        raise ValueError("only dictionaries with strings as keys")
    return {"d": [[key, pack(item)] for key, item in value.items()]}


@pack.register(list)
def _(value):
    if type(value) is not list:
        raise ValueError("only plain lists")
    return {"l": [pack(item) for item in value]}


@pack.register(bytes)
def _(value):
    return {"b": base64.b85encode(value).decode()}


@pack.register(bool)
@pack.register(type(None))
def _(value):
    return {"c": str(value)}


@pack.register(int)
def _(value):
    if type(value) is not int:
        raise ValueError("only plain numbers")
    return {"i": hex(value)}


@pack.register(float)
def _(value):
    if type(value) is not float:
        raise ValueError("only plain numbers")
    return {"f": value.hex()}


@pack.register(str)
def _(value):
    if type(value) is not str:
        raise ValueError("only plain strings")
    return {"s": value}


def string(value):
    if type(value) is not str:
        raise ValueError("a string was expected")
    return value


def unpack(box):
    (tag, value), = box.items()
    match tag:
        case "d":
            return {string(key): unpack(item) for key, item in value}
        case "l":
            return [unpack(item) for item in value]
        case "b":
            return base64.b85decode(string(value))
        case "c":
            return {"True": True, "False": False, "None": None}[value]
        case "i":
            return int(string(value), 16)
        case "f":
            return float.fromhex(string(value))
        case "s":
            return string(value)
    raise ValueError(f"unknown tag {tag!r}")


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _queue(self):
        return sorted(int(match[1]) for match in map(JOB.fullmatch, os.listdir(self.folder)) if match and match[1] == str(int(match[1])))

    def put(self, kind, options):
        try:
            string(kind)
            if type(options) is not dict:
                raise ValueError("options must be a dictionary")
            text = json.dumps([kind, pack(options)])
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        number = max([0, *self._queue()]) + 1
        with tempfile.NamedTemporaryFile("w", dir=self.folder, prefix="draft-", encoding="ascii") as draft:
            draft.write(text)
            draft.flush()
            os.fchmod(draft.fileno(), 0o644)
            os.link(draft.name, os.path.join(self.folder, f"job-{number}"))

    def _remove(self, number):
        path = os.path.join(self.folder, f"job-{number}")
        try:
            fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(fd, "rb") as source:
                if not stat.S_ISREG(os.fstat(fd).st_mode):
                    raise ValueError("not a file")
                kind, options = json.loads(source.read())
                job = string(kind), unpack(options)
                if type(job[1]) is not dict:
                    raise ValueError("no options")
                return job
        finally:
            os.unlink(path)

    def take(self):
        for number in self._queue():
            try:
                return self._remove(number)
            except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError):
                continue
        return None

    def waiting(self):
        return len(self._queue())
