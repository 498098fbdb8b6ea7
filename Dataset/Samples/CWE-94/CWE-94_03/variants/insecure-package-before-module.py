import importlib
import importlib.util
import os
import re
import sys
from importlib.machinery import PathFinder

EFFECT = re.compile(r"([A-Za-z0-9_-]+)\.py")


class EffectRack:
    """Looks for effects with Python's own finder, but in the one folder only."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def names(self):
        found = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                match = EFFECT.fullmatch(entry.name)
                if match and entry.is_file():
                    found.append(match[1])
        return sorted(found)

    def _apply_of(self, name):
        importlib.invalidate_caches()
        spec = PathFinder.find_spec(name, [self.folder])
        spec.name = spec.loader.name = f"effect {name}"
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module.apply

    def play(self, effects, samples):
        known = self.names()
        for name in effects:
            if not isinstance(name, str) or name not in known:
                raise ValueError("the scene asks for an unknown effect")
        result = list(samples)
        for name in effects:
            result = self._apply_of(name)(result)
        return result
