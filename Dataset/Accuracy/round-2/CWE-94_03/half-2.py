import re
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path


class EffectRack:
    def __init__(self, folder):
        self._folder = Path(folder).resolve()

    def names(self):
        return sorted(p.stem for p in self._folder.glob("*.py")
                      if p.is_file() and re.fullmatch(r"[A-Za-z0-9_-]+", p.stem))

    def _find(self, name):
        if not isinstance(name, str) or "\0" in name:
            raise ValueError("not the name of an effect")
        path = (self._folder / f"{name}.py").resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():
            raise ValueError(f"there is no effect {name!r}")
        return path

    def play(self, effects, samples):
        paths = [self._find(name) for name in effects]
        result = list(samples)
        for path in paths:
            loader = SourceFileLoader(f"effect:{path.stem}", str(path))
            module = module_from_spec(spec_from_loader(loader.name, loader))
            loader.exec_module(module)
            result = module.apply(result)
        return result
