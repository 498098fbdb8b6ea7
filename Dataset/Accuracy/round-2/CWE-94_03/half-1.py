import importlib.util
import os
import re

NAME = re.compile(r"[A-Za-z0-9_-]+")


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def names(self):
        found = []
        for entry in os.scandir(self.folder):
            stem, ending = os.path.splitext(entry.name)
            if ending == ".py" and NAME.fullmatch(stem) and entry.is_file():
                found.append(stem)
        return sorted(found)

    def _load(self, name):
        path = os.path.join(self.folder, f"{name}.py")
        if os.path.basename(path)[:-3] not in self.names():
            raise ValueError(f"there is no effect {name!r}")
        spec = importlib.util.spec_from_file_location("effect_" + re.sub(r"\W", "_", name), path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def play(self, effects, samples):
        result = list(samples)
        for effect in [self._load(name) for name in effects]:
            result = effect.apply(result)
        return result
