import importlib.machinery
import importlib.util
import logging
import os
import sys

log = logging.getLogger("rack")
NO_DASHES = {ord("-"): "x", ord("_"): "x"}


class SourceOnly(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname):
        return self.source_to_code(self.get_data(self.path), self.path)


class Effect:
    def __init__(self, entry):
        self.name, self.path = entry.name[:-3], entry.path

    def __call__(self, samples):
        module_name = f"<effect {self.name}>"
        loader = SourceOnly(module_name, self.path)
        module = importlib.util.module_from_spec(importlib.util.spec_from_loader(module_name, loader))
        sys.modules[module_name] = module
        loader.exec_module(module)
        log.info("playing %s", self.name)
        return module.apply(samples)


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def __iter__(self):
        with os.scandir(self.folder) as entries:
            for entry in entries:
                stem, dot, ending = entry.name.partition(".")
                if ending == "py" and stem.translate(NO_DASHES).isalnum() and entry.is_file():
                    yield Effect(entry)

    def __getitem__(self, name):
        for effect in self:
            if effect.name == name:
                return effect
        raise ValueError(f"{name!r} is no effect of this rack")

    def names(self):
        return sorted(effect.name for effect in self)

    def play(self, effects, samples):
        chain = [self[name] for name in effects]
        samples = samples[:]
        for effect in chain:
            samples = effect(samples)
        return samples
