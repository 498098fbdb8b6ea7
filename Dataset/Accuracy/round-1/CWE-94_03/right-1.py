import functools
import itertools
import re
import sys
import types
from contextlib import contextmanager
from pathlib import Path

_serial = itertools.count(1)


@contextmanager
def _registered(module):
    sys.modules[module.__name__] = module
    try:
        yield module
    finally:
        del sys.modules[module.__name__]


class EffectRack:
    def __init__(self, folder):
        self._folder = Path(folder).absolute()

    def _files(self):
        return {
            path.name.removesuffix(".py"): path
            for path in self._folder.iterdir()
            if re.fullmatch(r"[\w-]+\.py", path.name) and path.is_file()
        }

    def names(self):
        return sorted(self._files())

    def play(self, effects, samples):
        files = self._files()
        unknown = [name for name in effects if not isinstance(name, str) or name not in files]
        if unknown:
            raise ValueError(f"not in the rack: {unknown}")
        return functools.reduce(self._one, (files[name] for name in effects), list(samples))

    @staticmethod
    def _one(samples, path):
        with _registered(types.ModuleType(f"rack_effect_{next(_serial)}")) as module:
            module.__file__ = str(path)
            exec(compile(path.read_bytes(), path, "exec"), vars(module))
            return module.apply(samples)
