import importlib.machinery
import importlib.util
import logging
import re
from collections.abc import Mapping
from pathlib import Path

log = logging.getLogger("rack")


class Effects(Mapping):
    def __init__(self, folder):
        self.found = {p.stem: p for p in folder.iterdir() if re.fullmatch(r"[A-Za-z0-9_-]+\.py", p.name) and p.is_file()}

    def __iter__(self):
        return iter(sorted(self.found))

    def __len__(self):
        return len(self.found)

    def __getitem__(self, name):
        path = self.found[name]
        log.debug("loading %s", path)
        loader = importlib.machinery.SourceFileLoader("rack effect " + name, str(path.resolve()))
        module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
        code = loader.source_to_code(path.read_bytes(), str(path))
        exec(code, vars(module))
        return module.apply


class EffectRack:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()

    def names(self):
        return [*Effects(self.folder)]

    def play(self, effects, samples):
        rack = Effects(self.folder)
        strangers = [name for name in effects if name not in rack.found]
        if strangers:
            raise ValueError("not in the rack: %r" % strangers)
        signal = list(samples)
        for apply in [rack[name] for name in effects]:
            signal = apply(signal)
        return signal
