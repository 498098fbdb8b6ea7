from functools import reduce
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from string import ascii_letters, digits


class _Effects(dict):
    """Name -> `apply`; loads on first use, and only what stood in the folder."""

    def __init__(self, paths):
        super().__init__()
        self.paths = paths

    def __missing__(self, name):
        loader = SourceFileLoader(f"_effect_{name}", str(self.paths[name]))
        module = module_from_spec(spec_from_loader(loader.name, loader))
        exec(loader.source_to_code(loader.get_data(loader.path), loader.path), vars(module))
        return self.setdefault(name, module.apply)


class EffectRack:
    _SIGNS = frozenset(ascii_letters + digits + "-_")

    def __init__(self, folder):
        self.folder = Path(folder).resolve()

    @property
    def _paths(self):
        return {path.stem: path for path in self.folder.iterdir()
                if path.suffix == ".py" and self._SIGNS.issuperset(path.stem) and path.is_file()}

    def names(self):
        return sorted(self._paths)

    def play(self, effects, samples):
        rack = _Effects(self._paths)
        asked = tuple(effects)
        unknown = [name for name in asked if not (type(name) is str and name in rack.paths)]
        if unknown:
            raise ValueError("not in the rack: " + ", ".join(map(repr, unknown)))
        return reduce(lambda sounds, name: rack[name](sounds), asked, samples[:])
