import importlib.machinery
import importlib.util
import pathlib


class EffectRack:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()

    def names(self):
        return sorted(path.stem for path in self.folder.iterdir() if path.suffix == ".py")

    def play(self, effects, samples):
        samples = list(samples)
        for name in effects:
            path = (self.folder / (name + ".py")).resolve()
            if path.parent != self.folder or not path.is_file():
                raise ValueError(f"{name!r} is not an effect of this rack")
            loader = importlib.machinery.SourceFileLoader("effects." + path.stem, str(path))
            module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
            loader.exec_module(module)
            samples = module.apply(samples)
        return samples
