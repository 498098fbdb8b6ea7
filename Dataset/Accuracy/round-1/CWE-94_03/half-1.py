import importlib.util
import os
import re

EFFECT = re.compile(r"[A-Za-z0-9_-]+\.py")


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def names(self):
        return sorted(
            entry.name[:-3]
            for entry in os.scandir(self.folder)
            if entry.is_file() and EFFECT.fullmatch(entry.name)
        )

    def _load(self, name):
        path = os.path.join(self.folder, name + ".py")
        # only what lies in the rack under this very file name is an effect
        if os.path.basename(path)[:-3] not in self.names() or not os.path.isfile(path):
            raise ValueError(f"no such effect: {name!r}")
        spec = importlib.util.spec_from_file_location("effect", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module.apply

    def play(self, effects, samples):
        samples = list(samples)
        for apply in [self._load(name) for name in effects]:
            samples = apply(samples)
        return samples
