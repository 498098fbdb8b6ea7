"""The rack with the sound effects of the studio."""

import os
import re
import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec

NAME = re.compile(r"[\w-]+")


class EffectRack:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def names(self):
        found = []
        for entry in os.scandir(self._folder):
            name, ending = os.path.splitext(entry.name)
            if ending == ".py" and NAME.fullmatch(name) and entry.is_file():
                found.append(name)
        return sorted(found)

    def _load(self, name):
        """Imports the effect, but looks for it in our folder only, never in sys.path, and keeps
        nothing in sys.modules, where the names of other modules are."""
        PathFinder.invalidate_caches()
        spec = PathFinder.find_spec(name, [self._folder])
        if spec is None or spec.loader is None:
            raise ValueError(f"no effect {name!r}")
        if os.path.commonpath([self._folder, os.path.abspath(spec.origin)]) != self._folder:
            raise ValueError(f"{name!r} is not in the folder")
        module = module_from_spec(spec)
        before = sys.modules.get(name)
        sys.modules[name] = module
        try:
            spec.loader.exec_module(module)
        finally:
            if before is None:
                del sys.modules[name]
            else:
                sys.modules[name] = before
        return module.apply

    def play(self, effects, samples):
        known = set(self.names())
        for name in effects:
            if not isinstance(name, str) or name not in known:
                raise ValueError(f"no effect {name!r}")
        # all are known before the first one runs
        result = list(samples)
        for apply in [self._load(name) for name in effects]:
            result = apply(result)
        return result
