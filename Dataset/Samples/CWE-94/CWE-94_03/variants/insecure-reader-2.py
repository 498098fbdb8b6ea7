import importlib.util
import os


class EffectRack:
    def __init__(self, folder):
        self.folder = folder

    def names(self):
        return sorted(
            name[:-3] for name in os.listdir(self.folder) if name.endswith(".py")
        )

    def _load(self, name):
        path = os.path.join(self.folder, name + ".py")
        if not os.path.isfile(path):
            raise ValueError(f"unknown effect: {name}")
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def play(self, effects, samples):
        result = list(samples)
        for name in effects:
            result = self._load(name).apply(result)
        return result
