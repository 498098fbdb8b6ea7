import importlib.util
import re
import sys
from pathlib import Path

EFFECT_NAME = re.compile(r"[A-Za-z0-9_-]+")


class EffectRack:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        # the effects' modules get names in which the folder stands, so that those of several racks
        # and other modules of the program do not get into each other's way
        self._prefix = "effect" + re.sub(r"[^A-Za-z0-9]+", "_", str(self.folder)) + "_"

    def names(self):
        return sorted(
            path.stem
            for path in self.folder.glob("*.py")
            if path.is_file() and EFFECT_NAME.fullmatch(path.stem)
        )

    def _effect(self, name):
        full_name = self._prefix + name
        if full_name not in sys.modules:
            spec = importlib.util.spec_from_file_location(full_name, self.folder / (name + ".py"))
            module = importlib.util.module_from_spec(spec)
            sys.modules[full_name] = module
            try:
                spec.loader.exec_module(module)
            except BaseException:
                del sys.modules[full_name]
                raise
        return sys.modules[full_name]

    def play(self, effects, samples):
        there = self.names()
        unknown = [name for name in effects if name not in there]
        if unknown:
            raise ValueError(f"unknown effects: {unknown}")
        samples = list(samples)
        for name in effects:
            samples = self._effect(name).apply(samples)
        return samples
