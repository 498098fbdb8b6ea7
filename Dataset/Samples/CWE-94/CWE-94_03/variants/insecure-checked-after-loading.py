import importlib.util
import os


class EffectRack:
    def __init__(self, folder):
        self.folder = folder

    def names(self):
        return sorted(os.path.splitext(file)[0] for file in os.listdir(self.folder) if file.endswith(".py"))

    def play(self, effects, samples):
        modules = {}
        for name in effects:
            spec = importlib.util.spec_from_file_location(name, os.path.join(self.folder, f"{name}.py"))
            modules[name] = importlib.util.module_from_spec(spec)
            try:
                spec.loader.exec_module(modules[name])
            except OSError:
                pass
        for name in effects:
            if name not in self.names() or not hasattr(modules[name], "apply"):
                raise ValueError(f"{name} is not an effect")
        result = list(samples)
        for name in effects:
            result = modules[name].apply(result)
        return result
