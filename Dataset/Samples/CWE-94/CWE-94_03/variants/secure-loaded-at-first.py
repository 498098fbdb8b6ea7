import runpy
from pathlib import Path


class EffectRack:
    """Knows the functions of all effects; a scene can only choose among them."""

    def __init__(self, folder):
        self._effects = {}
        self._folder = Path(folder)
        self._refresh()

    def _refresh(self):
        for path in self._folder.glob("*.py"):
            if path.stem not in self._effects and path.is_file():
                self._effects[path.stem] = runpy.run_path(str(path))["apply"]

    def names(self):
        self._refresh()
        return sorted(self._effects)

    def play(self, effects, samples):
        self._refresh()
        unknown = set(effects) - set(self._effects)
        if unknown:
            raise ValueError("unknown effects: " + ", ".join(sorted(map(repr, unknown))))
        samples = samples[:]
        for effect in effects:
            samples = self._effects[effect](samples)
        return samples
