import importlib.abc
import importlib.util
import sys
from pathlib import Path


class UnknownEffect(ValueError):
    pass


class _Effect(importlib.abc.InspectLoader):
    """Loader of exactly one file, which the rack has found itself."""

    def __init__(self, file):
        self.file = file

    @property
    def name(self):
        return self.file.name.removesuffix(".py")

    def get_source(self, fullname):
        return importlib.util.decode_source(self.file.read_bytes())

    def function(self):
        spec = importlib.util.spec_from_loader(f"_rack_effect_{self.name}", self, is_package=False)
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module.apply


class EffectRack:
    def __init__(self, folder):
        self._folder = Path(folder).absolute()

    def __iter__(self):
        for file in self._folder.iterdir():
            effect = _Effect(file)
            if file.name.endswith(".py") and file.is_file() and effect.name:
                if all(c.isalnum() or c in "-_" for c in effect.name):
                    yield effect

    def names(self):
        return sorted(effect.name for effect in self)

    def _find(self, wanted):
        for effect in self:
            if effect.name == wanted:
                return effect
        raise UnknownEffect(wanted)

    def play(self, effects, samples):
        chosen = [self._find(wanted) for wanted in effects]
        result = list(samples)
        for effect in chosen:
            result = effect.function()(result[:])
        return result
