import contextlib
import os
import runpy
import string
from functools import reduce

SIGNS = frozenset(string.ascii_letters + string.digits + "-_")


class UnknownEffect(ValueError):
    pass


class EffectRack:
    def __init__(self, folder):
        self._folder = os.fspath(folder)

    def _files(self):
        with contextlib.closing(os.scandir(self._folder)) as entries:
            for entry in entries:
                stem, dot, ending = entry.name.partition(".")
                if dot and ending == "py" and stem and SIGNS.issuperset(stem) and entry.is_file():
                    yield stem, entry.path

    def names(self):
        return sorted(stem for stem, _ in self._files())

    def play(self, effects, samples):
        known = dict(self._files())
        paths = []
        for wish in effects:
            if type(wish) is not str or wish not in known:
                raise UnknownEffect(wish)
            paths.append(known[wish])
        loaded = {path: runpy.run_path(path, run_name="effect") for path in dict.fromkeys(paths)}
        return reduce(lambda signal, path: loaded[path]["apply"](signal), paths, samples[:])
