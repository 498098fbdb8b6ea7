import importlib.util
import re
from pathlib import Path


def _load(path):
    spec = importlib.util.spec_from_file_location("effect", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.apply


class EffectRack:
    def __init__(self, folder):
        self.folder = Path(folder)
        self._loaded = {}  # name: (time of change, function)

    def names(self):
        return sorted(
            p.stem for p in self.folder.iterdir()
            if p.suffix == ".py" and p.is_file() and re.fullmatch(r"[\w-]+", p.stem)
        )

    def _apply(self, name):
        path = self.folder / f"{name}.py"
        known = self._loaded.get(name)
        if known and (not path.exists() or path.stat().st_mtime_ns == known[0]):
            return known[1]
        if name not in self.names():
            raise ValueError(f"no such effect: {name!r}")
        changed = path.stat().st_mtime_ns
        self._loaded[name] = changed, _load(path)
        return self._loaded[name][1]

    def play(self, effects, samples):
        applies = [self._apply(name) for name in effects]
        result = list(samples)
        for apply in applies:
            result = apply(list(result))
        return result
