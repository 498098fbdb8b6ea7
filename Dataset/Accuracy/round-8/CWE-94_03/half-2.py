import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


class EffectRack:
    def __init__(self, folder):
        self.folder = Path(folder)
        self._modules = {}

    def _files(self):
        return {path.name for path in self.folder.iterdir()
                if re.fullmatch(r"[A-Za-z0-9_-]+\.py", path.name) and path.is_file()}

    def names(self):
        return sorted(name.removesuffix(".py") for name in self._files())

    def _effect(self, name):
        if not isinstance(name, str) or "\0" in name:
            raise ValueError("an effect has a name")
        path = self.folder / f"{name}.py"
        # the files that are really there decide, not what the name looks like
        if path.name not in self._files():
            raise ValueError(f"unknown effect {name!r}")
        if path not in self._modules:
            spec = spec_from_file_location(f"effect_{len(self._modules)}", path)
            module = module_from_spec(spec)
            try:
                spec.loader.exec_module(module)
            except FileNotFoundError:
                raise ValueError(f"unknown effect {name!r}") from None
            self._modules[path] = module
        return self._modules[path].apply

    def play(self, effects, samples):
        chain = [self._effect(name) for name in effects]
        samples = list(samples)
        for apply in chain:
            samples = apply(samples)
        return samples
