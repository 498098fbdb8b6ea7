import os
import re
import types

EFFECT_FILE = re.compile(r"([A-Za-z0-9_-]+)\.py")


class EffectRack:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _effects(self):
        """Map each effect's name to its path, from what lies in the folder."""
        found = {}
        with os.scandir(self._folder) as entries:
            for entry in entries:
                match = EFFECT_FILE.fullmatch(entry.name)
                if match and entry.is_file(follow_symlinks=False):
                    found[match.group(1)] = entry.path
        return found

    def names(self):
        return sorted(self._effects())

    @staticmethod
    def _load(name, path):
        # not by "import": neither sys.path nor sys.modules plays a part
        with open(path, "rb") as f:
            code = compile(f.read(), path, "exec")
        module = types.ModuleType("effect " + name)
        module.__file__ = path
        exec(code, module.__dict__)
        return module.apply

    def play(self, effects, samples):
        known = self._effects()
        for name in effects:
            if not isinstance(name, str) or name not in known:
                raise ValueError(f"unknown effect: {name!r}")
        result = list(samples)
        for name in effects:
            result = self._load(name, known[name])(result)
        return result
