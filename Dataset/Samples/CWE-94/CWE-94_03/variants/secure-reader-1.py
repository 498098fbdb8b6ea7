import importlib.util
import os


class EffectRack:
    def __init__(self, folder):
        self.folder = folder

    def names(self):
        return sorted(f[:-3] for f in os.listdir(self.folder) if f.endswith(".py"))

    def _load(self, name):
        path = os.path.join(self.folder, name + ".py")
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def play(self, effects, samples):
        available = self.names()
        result = list(samples)
        for name in effects:
            if name not in available:
                raise ValueError(f"unknown effect: {name}")
            result = self._load(name).apply(result)
        return result
