"""Effects are modules whose loader is bound to one file; they never go through the import system."""

import re
import sys
import uuid
from contextlib import contextmanager
from importlib.abc import InspectLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path


class _TextLoader(InspectLoader):
    """Loads just the text that it was given (and neither reads nor writes a .pyc)."""

    def __init__(self, file):
        self._file = file

    def get_source(self, fullname):
        from importlib.util import decode_source
        return decode_source(self._file.read_bytes())

    def is_package(self, fullname):
        return False


@contextmanager
def _registered(module):
    sys.modules[module.__name__] = module
    try:
        yield module
    finally:
        sys.modules.pop(module.__name__, None)


class EffectRack:
    _FILE = re.compile(r"([a-zA-Z0-9_-]+)\.py", re.ASCII)

    def __init__(self, folder):
        self.__home = Path(folder).resolve()

    def __files(self):
        for file in self.__home.iterdir():
            if (fits := self._FILE.fullmatch(file.name)) and file.is_file():
                if file.resolve().parent == self.__home:
                    yield fits[1], file

    def names(self):
        names = [name for name, _ in self.__files()]
        names.sort()
        return names

    def play(self, effects, samples):
        files = dict(self.__files())
        if not all(isinstance(name, str) and name in files for name in effects):
            raise ValueError("The scene asks for effects that are not there.")
        sound = samples[:]
        for name in effects:
            spec = spec_from_loader("effect-" + uuid.uuid4().hex, _TextLoader(files[name]))
            with _registered(module_from_spec(spec)) as effect:
                spec.loader.exec_module(effect)
                sound = effect.apply(sound)
        return list(sound)
