import os
import pickle
import pickletools
import re

_PLAIN = {
    "PROTO", "FRAME", "STOP", "MARK", "MEMOIZE", "BINGET", "LONG_BINGET", "NONE", "NEWTRUE", "NEWFALSE",
    "BININT", "BININT1", "BININT2", "LONG1", "LONG4", "BINFLOAT", "SHORT_BINUNICODE", "BINUNICODE",
    "BINUNICODE8", "SHORT_BINBYTES", "BINBYTES", "BINBYTES8", "EMPTY_LIST", "APPEND", "APPENDS",
    "EMPTY_DICT", "SETITEM", "SETITEMS", "TUPLE2",
}


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


def _inspect(path):
    """Lets only those opcodes pass that make plain values, in one pickle."""
    with open(path, "rb") as f:
        data = f.read()
    end = 0
    for opcode, _, position in pickletools.genops(data):
        if opcode.name not in _PLAIN:
            raise ValueError(f"opcode {opcode.name} at {position}")
        end = position + 1
    if end != len(data):
        raise ValueError("something follows the job")


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
        self._store(pickle.dumps((kind, options), 4))

    def take(self):
        names = self._names()
        if not names:
            return None
        path = os.path.join(self.folder, names[0])
        try:
            _inspect(path)
            with open(path, "rb") as f:
                kind, options = pickle.load(f)
        except Exception as error:
            raise ValueError(f"{names[0]} is not a job") from error
        finally:
            os.unlink(path)
        if type(kind) is not str:
            raise ValueError(f"{names[0]} is not a job")
        _check(options)
        return kind, options
