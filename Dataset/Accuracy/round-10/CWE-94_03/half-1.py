"""The studio's rack of sound effects."""
import importlib
import os
import re
import sys
from importlib.machinery import PathFinder, SourceFileLoader
from types import ModuleType

_EFFECT = re.compile(r"([A-Za-z0-9_-]+)\.py", re.ASCII)


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def names(self):
        with os.scandir(self.folder) as entries:
            return sorted(match[1] for entry in entries
                          if (match := _EFFECT.fullmatch(entry.name)) and entry.is_file())

    def _load(self, name):
        # Only the rack's folder is searched, neither sys.path nor the modules that are
        # loaded already; and nothing but Python source is taken.
        importlib.invalidate_caches()
        spec = PathFinder.find_spec(name, [self.folder])
        if spec is None or not isinstance(spec.loader, SourceFileLoader):
            raise ValueError(f"there is no effect {name!r}")
        module = ModuleType(f"_effect_{name}")
        module.__file__ = spec.origin
        source = spec.loader.get_data(spec.origin)          # not the compiled file beside it
        sys.modules[module.__name__] = module
        exec(compile(source, spec.origin, "exec", dont_inherit=True), module.__dict__)
        return module.apply

    def play(self, effects, samples):
        effects = list(effects)
        known = self.names()
        for name in effects:
            if name not in known:
                raise ValueError(f"there is no effect {name!r}")
        chain = [self._load(name) for name in effects]
        result = list(samples)
        for apply in chain:
            result = apply(result)
        return result
