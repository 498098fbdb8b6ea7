import importlib.util
import os
import re
from pathlib import Path


def _load(path):
    spec = importlib.util.spec_from_file_location("effect", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.apply


class EffectRack:
    def __init__(self, folder):
        self.folder = Path(os.path.abspath(folder))

    def names(self):
        return sorted(
            p.stem for p in self.folder.iterdir()
            if p.suffix == ".py" and p.is_file() and re.fullmatch(r"[\w-]+", p.stem)
        )

    def _file(self, name):
        if not isinstance(name, str) or not re.match(r"[\w-]+", name):
            raise ValueError(f"not the name of an effect: {name!r}")
        path = os.path.abspath(self.folder / f"{name}.py")
        if not os.path.isfile(path):
            raise ValueError(f"no such effect: {name!r}")
        return path

    def play(self, effects, samples):
        applies = [_load(self._file(name)) for name in effects]
        result = list(samples)
        for apply in applies:
            result = apply(list(result))
        return result
