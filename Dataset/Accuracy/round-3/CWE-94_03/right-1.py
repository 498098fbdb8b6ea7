import os
import string
import sys
import types
from functools import reduce
from pathlib import Path

SIGNS = frozenset(string.ascii_letters + string.digits + "-_")


class UnknownEffect(ValueError):
    pass


class Effect:
    """One file of the rack; its code is run when it is called for the first time."""

    def __init__(self, path):
        self._path = path
        self._apply = None

    def __call__(self, samples):
        if self._apply is None:
            self._apply = self._load().apply
        return self._apply(list(samples))

    def _load(self):
        module = types.ModuleType(f"<effect {self._path}>")
        module.__file__ = str(self._path)
        sys.modules[module.__name__] = module
        exec(compile(self._path.read_bytes(), module.__file__, "exec"), module.__dict__)
        return module


class EffectRack:
    def __init__(self, folder):
        self._folder = Path(os.path.abspath(folder))

    def _files(self):
        return {
            path.stem: path
            for path in self._folder.iterdir()
            if path.suffix == ".py" and path.is_file() and set(path.stem) <= SIGNS
        }

    def names(self):
        return sorted(self._files())

    def play(self, effects, samples):
        rack = {name: Effect(path) for name, path in self._files().items()}
        try:
            chain = [rack[name] for name in effects]
        except (KeyError, TypeError) as error:
            raise UnknownEffect("the scene asks for something that is no effect") from error
        return reduce(lambda sound, effect: effect(sound), chain, list(samples))
