import os
import re


def _check(value):
    if value is None or type(value) in (str, int, float, bool, bytes):
        return
    if type(value) is list:
        for item in value:
            _check(item)
    elif type(value) is dict:
        for key, item in value.items():
            if type(key) is not str:
                raise ValueError("keys are strings")
            _check(item)
    else:
        raise ValueError(f"a job cannot hold a {type(value).__name__}")


_LITERAL = re.compile(r"""\b\w?'(?:[^'\\\n]|\\.)*'|\b\w?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*\"""")
_REST = re.compile(r"(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|\b(?:True|False|None|nan|inf)\b|[\[\]{},:\- ])*")
_NAMES = {"__builtins__": {}, "nan": float("nan"), "inf": float("inf")}


def _parse(text):
    """Reads what repr() wrote; outside of its strings there are no other words."""
    if not _REST.fullmatch(_LITERAL.sub("0", text)):
        raise ValueError("not a plain value")
    value = eval(text, dict(_NAMES))
    _check(value)
    return value


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _names(self):
        return sorted(n for n in os.listdir(self.folder) if re.fullmatch(r"\d{12}\.job", n))

    def _store(self, data):
        names = self._names()
        number = int(names[-1][:12]) + 1 if names else 1
        path = os.path.join(self.folder, f"{number:012}.job")
        with open(path + ".part", "wb") as f:
            f.write(data)
        os.rename(path + ".part", path)

    def waiting(self):
        return len(self._names())

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job is a string and a dictionary")
        _check(options)
        self._store(f"{kind!r}\n{options!r}".encode())

    def take(self):
        names = self._names()
        if not names:
            return None
        path = os.path.join(self.folder, names[0])
        with open(path, "rb") as f:
            data = f.read()
        os.unlink(path)
        try:
            kind, options = map(_parse, data.decode().split("\n"))
        except Exception as error:
            raise ValueError(f"{names[0]} is not a job") from error
        if type(kind) is not str or type(options) is not dict:
            raise ValueError(f"{names[0]} is not a job")
        return kind, options
