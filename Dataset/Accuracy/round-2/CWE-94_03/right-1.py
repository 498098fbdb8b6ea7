import runpy
from functools import reduce
from pathlib import Path
from string import ascii_letters, digits

SIGNS = set(ascii_letters + digits + "-_")


class UnknownEffect(ValueError):
    pass


class EffectRack:
    def __init__(self, folder):
        self.folder = Path(folder)

    def _files(self):
        """What lies in the folder itself decides; a scene's name only chooses among it."""
        return {path.stem: path for path in self.folder.iterdir()
                if path.suffix == ".py" and SIGNS.issuperset(path.stem) and path.is_file()}

    def names(self):
        return sorted(self._files())

    def play(self, effects, samples):
        files = self._files()
        try:
            chosen = [files[name] for name in effects]
        except (KeyError, TypeError) as exc:
            raise UnknownEffect(f"unknown effect: {exc}") from None
        loaded = {path: runpy.run_path(str(path))["apply"] for path in set(chosen)}
        return reduce(lambda sound, path: loaded[path](sound), chosen, list(samples))
