"""In each call the folder is opened once, and effects are read through its descriptor."""
import contextlib
import functools
import os
import stat
import string
import sys
import types

ALPHABET = frozenset(string.ascii_letters + string.digits + "-_")


class _Shelf:
    """The folder while it is open."""

    def __init__(self, folder):
        self.dir = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def close(self):
        os.close(self.dir)

    def __iter__(self):
        for entry in os.listdir(self.dir):
            name, _, ending = entry.partition(".")
            if name and ending == "py" and ALPHABET.issuperset(name):
                try:
                    kind = os.stat(entry, dir_fd=self.dir, follow_symlinks=False).st_mode
                except FileNotFoundError:
                    continue
                if stat.S_ISREG(kind):
                    yield name

    def take(self, name):
        with open(name + ".py", "rb", opener=self._opener) as file:
            code = compile(file.read(), f"<effect {name}>", "exec", 0, True)
        module = types.ModuleType(f"effect {name} #{id(code)}")
        sys.modules[module.__name__] = module
        try:
            exec(code, module.__dict__)
        except BaseException:
            del sys.modules[module.__name__]
            raise
        return module.__dict__["apply"]

    def _opener(self, path, flags):
        return os.open(path, flags | os.O_NOFOLLOW, dir_fd=self.dir)


class EffectRack:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def _open(self):
        return contextlib.closing(_Shelf(self._folder))

    def names(self):
        with self._open() as shelf:
            return sorted(shelf)

    def play(self, effects, samples):
        with self._open() as shelf:
            there = set(shelf)
            wanted = []
            for effect in effects:
                if type(effect) is not str or effect not in there:
                    raise ValueError("unknown effect: " + ascii(effect))
                wanted.append(effect)
            chain = [shelf.take(effect) for effect in wanted]
        return functools.reduce(lambda sound, effect: effect(sound), chain, samples[:])
