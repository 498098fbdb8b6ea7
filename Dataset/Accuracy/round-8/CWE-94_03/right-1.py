import os
import re
import types

NAME = re.compile(r"[A-Za-z0-9_-]+")


class EffectRack:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def names(self):
        with os.scandir(self._folder) as entries:
            return sorted(entry.name[:-3] for entry in entries
                          if entry.name.endswith(".py") and NAME.fullmatch(entry.name[:-3])
                          and entry.is_file())

    def play(self, effects, samples):
        known = self.names()
        for name in effects:
            if not isinstance(name, str) or name not in known:
                raise ValueError(f"no such effect: {name!r}")
        loaded = {}
        result = list(samples)
        for name in effects:
            if name not in loaded:
                loaded[name] = self._load(name)
            result = loaded[name].apply(result)
        return result

    def _load(self, name):
        path = os.path.join(self._folder, name + ".py")
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
        module = types.ModuleType("effect " + name)
        module.__file__ = path
        exec(code, module.__dict__)
        return module
