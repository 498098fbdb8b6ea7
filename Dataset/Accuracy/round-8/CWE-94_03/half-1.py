import importlib.machinery
import importlib.util
import os
import re

NAME = re.compile(r"[A-Za-z0-9_-]+")


class EffectRack:
    def __init__(self, folder):
        self._folder = os.path.realpath(folder)

    def names(self):
        return sorted(entry.name[:-3] for entry in os.scandir(self._folder)
                      if entry.is_file() and entry.name.endswith(".py")
                      and NAME.fullmatch(entry.name[:-3]))

    def play(self, effects, samples):
        known = self.names()
        for name in effects:
            if not isinstance(name, str) or name not in known:
                raise ValueError(f"no such effect: {name!r}")
        result = list(samples)
        for name in effects:
            result = self._load(name).apply(result)
        return result

    def _load(self, name):
        # only this folder is searched, not sys.path, and sys.modules is left alone
        importlib.invalidate_caches()
        spec = importlib.machinery.PathFinder.find_spec(name, [self._folder])
        if spec is None or spec.loader is None:
            raise ValueError(f"no such effect: {name!r}")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
