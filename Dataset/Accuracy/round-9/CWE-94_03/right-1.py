"""Effects are read as text through the open folder, compiled, and run in a namespace of their own."""

import functools
import itertools
import os
import stat
import string
import sys
import types

_SIGNS = frozenset(string.ascii_letters + string.digits + "-_")
_numbers = itertools.count()


class UnknownEffect(ValueError, KeyError):
    def __str__(self):
        return f"There is no effect {self.args[0]!a}."


class EffectRack:
    def __init__(self, folder):
        self._folder = os.path.realpath(folder)

    def _catalogue(self):
        """From the names of the effects to the names of their files, as the folder has them."""
        catalogue = {}
        with os.scandir(self._folder) as entries:
            for entry in entries:
                stem, dot, kind = entry.name.rpartition(".")
                if kind == "py" and stem and _SIGNS.issuperset(stem) and entry.is_file(follow_symlinks=False):
                    catalogue[stem] = entry.name
        return catalogue

    def names(self):
        return sorted(self._catalogue())

    def _source(self, file_name):
        folder = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fd = os.open(file_name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
        finally:
            os.close(folder)
        with open(fd, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnknownEffect(file_name)
            return file.read()

    def _function(self, file_name):
        module = types.ModuleType(f"_effect_{next(_numbers)}_")
        module.__file__ = os.path.join(self._folder, file_name)
        code = compile(self._source(file_name), module.__file__, "exec", dont_inherit=True)
        sys.modules[module.__name__] = module            # dataclasses want to find it there
        try:
            exec(code, vars(module))
        except BaseException:
            del sys.modules[module.__name__]
            raise
        return module.apply

    def play(self, effects, samples):
        catalogue = self._catalogue()
        wanted = []
        for name in effects:
            if type(name) is not str or name not in catalogue:
                raise UnknownEffect(name)
            wanted.append(catalogue[name])
        functions = {file: self._function(file) for file in dict.fromkeys(wanted)}
        return functools.reduce(lambda sound, file: functions[file](sound), wanted, [*samples])
