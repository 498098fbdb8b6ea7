import contextlib
import functools
import os
import re
import sys
import tokenize
import types
import uuid


class EffectRack:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def _files(self):
        """Maps each effect's name to its entry; scenes only choose among the keys."""
        with os.scandir(self.folder) as entries:
            return {
                match[1]: entry.path
                for entry in entries
                if (match := re.fullmatch(r"([\w-]+)\.py", entry.name)) and entry.is_file()
            }

    def names(self):
        return sorted(self._files())

    @staticmethod
    def _compile(path):
        with tokenize.open(path) as f:
            return compile(f.read(), path, "exec", dont_inherit=True)

    def play(self, effects, samples):
        files = self._files()
        try:
            paths = [files[name] for name in effects]
        except (KeyError, TypeError) as error:
            raise ValueError(f"not an effect: {error}") from None
        with contextlib.ExitStack() as stack:
            modules = {}
            for path in dict.fromkeys(paths):
                module = modules[path] = types.ModuleType(f"effect_{uuid.uuid4().hex}")
                module.__file__ = path
                sys.modules[module.__name__] = module
                stack.callback(sys.modules.pop, module.__name__, None)
                exec(self._compile(path), module.__dict__)
            chain = (modules[path].apply for path in paths)
            return functools.reduce(lambda done, apply: apply(list(done)), chain, list(samples))
