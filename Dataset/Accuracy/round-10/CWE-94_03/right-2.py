"""Effects come by a loader of importlib's own kind that knows the rack's files and no others."""
import importlib.abc
import importlib.util
import itertools
import re
import sys
from collections.abc import Mapping
from pathlib import Path

_numbers = itertools.count()


class _Source(importlib.abc.SourceLoader):
    """Reads the source each time; there are no compiled files (no path_stats, no set_data)."""

    def __init__(self, file):
        self.file = file

    def get_filename(self, fullname):
        return str(self.file)

    def get_data(self, path):
        if Path(path) != self.file:
            raise OSError("only the effect itself is read")
        return self.file.read_bytes()


class _Files(Mapping):
    """The folder as a mapping from names to files, as it is at the moment."""

    def __init__(self, folder):
        self.folder = Path(folder).absolute()

    def _now(self):
        return {file.name[:-3]: file for file in self.folder.glob("*.py")
                if re.fullmatch("[A-Za-z0-9_-]+[.]py", file.name)
                and file.is_file() and not file.is_symlink()}

    def __getitem__(self, name):
        return self._now()[name]

    def __iter__(self):
        return iter(self._now())

    def __len__(self):
        return len(self._now())


class EffectRack:
    def __init__(self, folder):
        self.files = _Files(folder)

    def names(self):
        return sorted(self.files)

    def _bring(self, name):
        try:
            loader = _Source(self.files[name])
        except (KeyError, TypeError):
            raise ValueError("not in the rack: %r" % (name,)) from None
        spec = importlib.util.spec_from_loader("radio_effect_%d" % next(_numbers), loader)
        return importlib.util.module_from_spec(spec)

    def play(self, effects, samples):
        modules = list(map(self._bring, effects))       # all are there, before any is run
        sound = list(samples)
        for module in modules:
            sys.modules[module.__name__] = module
            try:
                module.__loader__.exec_module(module)
                sound = module.apply(sound)
            finally:
                sys.modules.pop(module.__name__, None)
        return sound
