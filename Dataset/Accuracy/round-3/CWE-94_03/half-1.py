import importlib.util
import re
import sys
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-]+")


class EffectRack:
    def __init__(self, folder):
        self._folder = Path(folder)

    def names(self):
        return sorted(
            path.stem
            for path in self._folder.glob("*.py")
            if path.is_file() and NAME.fullmatch(path.stem)
        )

    def _load(self, path):
        spec = importlib.util.spec_from_file_location("effect_" + path.stem.replace("-", "_"), path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module.apply

    def play(self, effects, samples):
        known = set(self.names())
        paths = []
        for name in effects:
            path = self._folder / f"{name}.py"
            if path.stem not in known or not path.is_file():
                raise ValueError(f"no such effect: {name!r}")
            paths.append(path)
        result = list(samples)
        for path in paths:
            result = self._load(path)(result)
        return result
