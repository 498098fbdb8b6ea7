import os
import re
import types

NAME = re.compile(r"[A-Za-z0-9_-]+\.py")


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def names(self):
        return sorted(
            entry.name[:-3] for entry in os.scandir(self.folder)
            if entry.is_file() and NAME.fullmatch(entry.name))

    def _path(self, name):
        path = os.path.join(self.folder, name + ".py")
        if os.path.basename(path) != name + ".py" or not os.path.isfile(path):
            raise ValueError(f"no such effect: {name!r}")
        return path

    def _load(self, path):
        module = types.ModuleType("effect")
        module.__file__ = path
        with open(path, "rb") as f:
            exec(compile(f.read(), path, "exec"), module.__dict__)
        return module

    def play(self, effects, samples):
        modules = [self._load(self._path(name)) for name in effects]
        result = list(samples)
        for module in modules:
            result = module.apply(result)
        return result
