"""Settings for a shell, each sign that means something to it behind a backslash."""
import contextlib
import fcntl
import os
import string
import subprocess
import tempfile
from collections.abc import MutableMapping

PLAIN = frozenset((string.ascii_letters + string.digits).encode("ascii"))
TAIL = frozenset(string.ascii_uppercase + string.digits + "_")


class Refused(ValueError):
    pass


def to_word(text):
    if "\n" in text or "\0" in text:
        raise Refused("no text of one line")
    out = bytearray()
    for byte in text.encode("utf-8"):
        if byte < 128 and byte not in PLAIN:
            out += b"\\"
        out.append(byte)
    return bytes(out)


def from_word(word):
    signs = iter(word)
    return bytes(next(signs) if byte == 92 else byte for byte in signs).decode("utf-8")


class Settings(MutableMapping):
    """A mapping that lies in a file; one thread or process changes it at a time."""

    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, "stove.env")

    def all(self):
        try:
            with open(self.path, "rb") as file:
                lines = file.read().split(b"\n")
        except FileNotFoundError:
            return {}
        return {name.decode(): from_word(word)
                for name, found, word in (line.partition(b"=") for line in lines) if found}

    @contextlib.contextmanager
    def change(self):
        place = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.flock(place, fcntl.LOCK_EX)
            settings = self.all()
            yield settings
            lines = [name.encode() + b"=" + to_word(text) + b"\n" for name, text in settings.items()]
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".", delete=False) as new:
                new.writelines(lines)
            os.rename(new.name, self.path)
        finally:
            os.close(place)

    def __setitem__(self, name, text):
        head, rest = name[:6], name[6:]
        if head != "SAUNA_" or not rest or not TAIL.issuperset(rest):
            raise Refused("no name of a setting")
        to_word(text)
        with self.change() as settings:
            settings[name] = text

    def __delitem__(self, name):
        if name in self.all():
            with self.change() as settings:
                settings.pop(name, None)

    def __getitem__(self, name):
        return self.all()[name]

    def __iter__(self):
        return iter(self.all())

    def __len__(self):
        return len(self.all())


class Stove:
    def __init__(self, folder):
        self._settings = Settings(os.path.abspath(folder))
        self.get = self._settings.get

    def set(self, name, text):
        self._settings[name] = text

    def remove(self, name):
        del self._settings[name]

    def names(self):
        return sorted(self._settings)

    def switch_on(self, programme):
        with subprocess.Popen(["sh", "start.sh", programme], executable="/bin/sh",
                              cwd=self._settings.folder) as script:
            return script.wait() == 0
