import importlib.util
import os


class EffectRack:
    def __init__(self, folder):
        self.folder = folder

    def names(self):
        files = os.listdir(self.folder)
        return sorted(name.removesuffix(".py") for name in files if name.endswith(".py"))

    def load(self, name):
        path = os.path.join(self.folder, name + ".py")
        if not os.path.exists(path):
            raise ValueError(f"no such effect: {name}")
        spec = importlib.util.spec_from_file_location("effect", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def play(self, effects, samples):
        result = list(samples)
        for name in effects:
            result = self.load(name).apply(result)
        return result
