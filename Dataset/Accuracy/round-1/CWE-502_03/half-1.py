import io
import os
import pickle

PLAIN = (str, int, float, bool, type(None), bytes)


def _check(value):
    if type(value) is list:
        for item in value:
            _check(item)
    elif type(value) is dict:
        for key, item in value.items():
            if type(key) is not str:
                raise ValueError("keys must be strings")
            _check(item)
    elif type(value) not in PLAIN:
        raise ValueError(f"cannot store a {type(value).__name__}")


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")

    def persistent_load(self, pid):
        raise pickle.UnpicklingError("persistent ids are forbidden")


class Spool:
    def __init__(self, folder):
        self.folder = folder

    def _jobs(self):
        numbers = (name[:-4] for name in os.listdir(self.folder) if name.endswith(".job"))
        return sorted(int(n) for n in numbers if n.isascii() and n.isdigit() and n == f"{int(n):012d}")

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job is a string and a dictionary")
        _check(options)
        number = max(self._jobs(), default=0) + 1
        path = os.path.join(self.folder, f"{number:012d}.job")
        with open(path + ".new", "wb") as out:
            pickle.dump((kind, options), out)
        os.replace(path + ".new", path)

    def take(self):
        for number in self._jobs():
            path = os.path.join(self.folder, f"{number:012d}.job")
            with open(path, "rb") as source:
                data = source.read()
            os.unlink(path)
            try:
                kind, options = _PlainUnpickler(io.BytesIO(data)).load()
            except Exception:
                continue
            if type(kind) is str and type(options) is dict:
                return kind, options
        return None

    def waiting(self):
        return len(self._jobs())
