import marshal
import os
import re

_NAME = re.compile(r"[0-9]{1,30}\.job")


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


class Spool:
    """Jobs are files in marshal's format, which knows values only, and no classes or functions of modules."""

    def __init__(self, folder):
        self._folder = folder

    def _names(self):
        names = [name for name in os.listdir(self._folder) if _NAME.fullmatch(name)]
        return sorted(names, key=lambda name: (int(name[:-4]), name))

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job has a kind and options")
        try:
            _check(options)
        except RecursionError:
            raise ValueError("options that hold themselves") from None
        names = self._names()
        number = int(names[-1][:-4]) + 1 if names else 1
        path = os.path.join(self._folder, f"{number:012d}.job")
        with open(path + ".new", "wb") as file:
            marshal.dump((kind, options), file)
        os.replace(path + ".new", path)

    def take(self):
        for name in self._names():
            path = os.path.join(self._folder, name)
            try:
                with open(path, "rb") as file:
                    data = file.read()
                os.unlink(path)
                kind, options = marshal.loads(data)
            except (OSError, ValueError, EOFError, TypeError):
                continue
            if type(kind) is str and type(options) is dict and all(type(key) is str for key in options):
                return kind, options
        return None

    def waiting(self):
        return len(self._names())
