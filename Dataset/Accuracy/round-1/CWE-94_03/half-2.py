import re
from pathlib import Path


class EffectRack:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()

    def names(self):
        return sorted(
            path.stem for path in self.folder.glob("*.py")
            if path.is_file() and re.fullmatch(r"[A-Za-z0-9_-]+", path.stem)
        )

    def _find(self, name):
        path = (self.folder / f"{name}.py").resolve()
        # the file must lie in the rack, whatever the name looks like
        if not path.is_relative_to(self.folder) or not path.is_file():
            raise ValueError(f"no such effect: {name!r}")
        if not re.fullmatch(r"[A-Za-z0-9_-]+", path.stem):
            raise ValueError(f"no such effect: {name!r}")
        return path

    def _apply(self, path, samples):
        scope = {"__name__": path.stem, "__file__": str(path)}
        exec(compile(path.read_bytes(), str(path), "exec"), scope)
        return scope["apply"](samples)

    def play(self, effects, samples):
        result = list(samples)
        for path in [self._find(name) for name in effects]:
            result = self._apply(path, result)
        return result
