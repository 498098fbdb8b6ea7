import os
import re
import types

EFFECT_FILE = re.compile(r"([A-Za-z0-9_-]+)\.py")


class EffectRack:
    """The sound effects in a folder, one Python file each."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def names(self):
        found = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                match = EFFECT_FILE.fullmatch(entry.name)
                if match and entry.is_file():
                    found.append(match[1])
        return sorted(found)

    def _check(self, effects):
        """Nothing is loaded before every name is known to be good."""
        known = set(self.names())
        for name in effects:
            if not isinstance(name, str):
                raise ValueError("the name of an effect is a string")
            if os.path.basename(name) not in known:
                raise ValueError(f"no such effect: {name!r}")

    def _load(self, name):
        path = os.path.join(self.folder, name + ".py")
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
        module = types.ModuleType("effect_" + name.replace("-", "_"))
        module.__file__ = path
        exec(code, module.__dict__)
        return module.apply

    def play(self, effects, samples):
        effects = list(effects)
        self._check(effects)
        loaded = {name: self._load(name) for name in dict.fromkeys(effects)}
        result = list(samples)
        for name in effects:
            result = loaded[name](result)
        return result
