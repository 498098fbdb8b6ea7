"""The studio's rack of sound effects."""
import sys
from pathlib import Path
from types import ModuleType

LETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


class Effect:
    """An effect that was loaded from its file."""

    def __init__(self, path):
        self.path = path
        self.date = path.stat().st_mtime_ns
        module = ModuleType("_studio_effect_" + path.stem)
        module.__file__ = str(path)
        sys.modules[module.__name__] = module
        exec(compile(path.read_bytes(), path, "exec", dont_inherit=True), vars(module))
        self.apply = module.apply

    def is_current(self):
        try:
            return self.path.stat().st_mtime_ns == self.date
        except FileNotFoundError:
            return True             # just being replaced by the engineers: no newer one yet


class EffectRack:
    def __init__(self, folder):
        self._folder = Path(folder).resolve()
        self._effects = {}

    def names(self):
        return sorted(path.stem for path in self._folder.iterdir()
                      if path.suffix == ".py" and path.stem and set(path.stem) <= LETTERS
                      and path.is_file())

    def _effect(self, name):
        if not isinstance(name, str):
            raise ValueError("the name of an effect is a string")
        effect = self._effects.get(name)
        if effect is None or not effect.is_current():
            if name not in self.names():            # nothing but what lies in the folder
                raise ValueError(f"no effect is called {name!r}")
            effect = self._effects[name] = Effect(self._folder / f"{name}.py")
        return effect

    def play(self, effects, samples):
        chosen = [self._effect(name) for name in effects]
        samples = list(samples)
        for effect in chosen:
            samples = effect.apply(samples)
        return samples
