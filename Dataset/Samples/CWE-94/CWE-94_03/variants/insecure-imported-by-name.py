import importlib
import os
import sys


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        if self.folder not in sys.path:
            sys.path.insert(0, self.folder)

    def names(self):
        return sorted(file[:-3] for file in os.listdir(self.folder) if file.endswith(".py"))

    def play(self, effects, samples):
        importlib.invalidate_caches()
        result = samples.copy()
        for effect in effects:
            try:
                module = importlib.import_module(effect)
                function = module.apply
            except (ImportError, AttributeError, TypeError) as error:
                raise ValueError(f"unknown effect {effect}") from error
            result = function(result)
        return result
