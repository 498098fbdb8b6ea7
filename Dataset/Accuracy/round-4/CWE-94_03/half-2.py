import importlib.util
import re
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


class EffectRack:
    _loaded = {}

    def __init__(self, folder):
        self.folder = Path(folder)

    def names(self):
        return sorted(p.stem for p in self.folder.glob("*.py") if p.is_file() and NAME.fullmatch(p.stem))

    def _effect(self, name):
        if name not in self.names():
            raise ValueError(f"no such effect: {name!r}")
        if name not in self._loaded:
            spec = importlib.util.spec_from_file_location(f"effect_{name}", self.folder / f"{name}.py")
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            self._loaded[name] = module.apply
        return self._loaded[name]

    def play(self, effects, samples):
        steps = [self._effect(name) for name in effects]
        result = list(samples)
        for step in steps:
            result = step(result)
        return result
