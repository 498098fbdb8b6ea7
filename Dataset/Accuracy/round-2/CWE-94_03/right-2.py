import itertools
import os
import re
import sys
import types

_serial = itertools.count(1)


class EffectRack:
    pattern = re.compile(r"([A-Za-z0-9_-]+)\.py")

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def names(self):
        with os.scandir(self.folder) as entries:
            matches = [self.pattern.fullmatch(entry.name) for entry in entries if entry.is_file()]
        return sorted(match[1] for match in matches if match)

    def _load(self, name):
        path = os.path.join(self.folder, name + ".py")
        module = types.ModuleType(f"_effect_{next(_serial)}")
        module.__file__ = path
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        sys.modules[module.__name__] = module
        exec(code, module.__dict__)
        return module

    def _checked(self, effects):
        known = self.names()
        for name in effects:
            if name not in known:
                raise ValueError(f"{name!r} is not an effect of this rack")
            yield name

    def play(self, effects, samples):
        names = list(self._checked(effects))
        sound = [*samples]
        for name in names:
            module = self._load(name)
            try:
                sound = module.apply(sound)
            finally:
                sys.modules.pop(module.__name__, None)
        return sound
