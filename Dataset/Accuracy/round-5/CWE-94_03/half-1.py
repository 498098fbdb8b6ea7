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
        self.folder = Path(folder).resolve()

    def names(self):
        return sorted(
            p.stem for p in self.folder.iterdir()
            if p.suffix == ".py" and p.is_file() and re.fullmatch(r"[\w-]+", p.stem)
        )

    def _file(self, name):
        # Symbolic links, "..", and absolute paths are resolved before the check.
        path = (self.folder / f"{name}.py").resolve()
        inside = path.is_relative_to(self.folder) and re.fullmatch(r"[\w-]+", path.stem)
        if not inside or not path.is_file():
            raise ValueError(f"no such effect: {name!r}")
        return path

    def play(self, effects, samples):
        applies = [_load(self._file(name)) for name in effects]
        result = list(samples)
        for apply in applies:
            result = apply(list(result))
        return result
