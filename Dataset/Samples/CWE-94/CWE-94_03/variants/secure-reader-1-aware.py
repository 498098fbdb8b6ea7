import os
import re
import types

NAME = re.compile(r"[\w-]+")


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def _files(self):
        """The effects that really lie in the folder: name -> path."""
        files = {}
        with os.scandir(self.folder) as entries:
            for entry in entries:
                stem, extension = os.path.splitext(entry.name)
                if (extension == ".py" and NAME.fullmatch(stem)
                        and entry.is_file(follow_symlinks=False)):
                    files[stem] = entry.path
        return files

    def names(self):
        return sorted(self._files())

    @staticmethod
    def _load(name, path):
        with open(path, "rb") as f:
            code = compile(f.read(), path, "exec")
        module = types.ModuleType("effect_" + name)
        module.__file__ = path
        exec(code, module.__dict__)
        return module.apply

    def play(self, effects, samples):
        files = self._files()
        effects = list(effects)
        # look at all names before any code runs
        for name in effects:
            if not isinstance(name, str) or name not in files:
                raise ValueError(f"no such effect: {name!r}")
        loaded = {n: self._load(n, files[n]) for n in dict.fromkeys(effects)}
        result = list(samples)
        for name in effects:
            result = loaded[name](result)
        return result
