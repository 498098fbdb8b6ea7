import errno
import json
import os
import tempfile
from contextlib import suppress
from itertools import count, islice
from subprocess import DEVNULL, PIPE, Popen
from typing import NamedTuple


class UnusableLabel(ValueError):
    pass


class Disc(NamedTuple):
    label: str
    names: list

    def burn(self, folder):
        try:
            with Popen(("burn", "--label", self.label, "--") + tuple(self.names), cwd=folder, stdin=DEVNULL):
                pass
        except OSError as error:
            if error.errno == errno.E2BIG:
                raise UnusableLabel("too long") from error
            raise

    def check(self):
        try:
            size = len(os.fsencode(self.label))
        except UnicodeError as error:
            raise UnusableLabel("no UTF-8") from error
        if "\0" in self.label or size > 131071:
            raise UnusableLabel("NUL or too long")


class Chronicle:
    """The index is one JSON text (pure ASCII), written anew beside the old one each time."""

    def __init__(self, folder, index):
        self._folder = os.path.abspath(folder)
        self._asked = folder
        self._index = os.path.abspath(index)

    def _names(self):
        with Popen(["unburnt", "--null", self._asked], stdout=PIPE) as process:
            rest = b""
            while chunk := process.stdout.read(4096):
                *whole, rest = (rest + chunk).split(b"\0")
                yield from map(os.fsdecode, whole)

    def _discs(self):
        with suppress(FileNotFoundError), open(self._index, encoding="ascii") as file:
            return [Disc(*entry) for entry in json.load(file)]
        return []

    def _write(self, discs):
        handle, new = tempfile.mkstemp(dir=os.path.dirname(self._index), text=True)
        with open(handle, "w", encoding="ascii") as file:
            json.dump(discs, file, ensure_ascii=True)
        os.replace(new, self._index)

    def burn(self, label):
        Disc(f"{label} 1", []).check()
        names = iter(list(self._names()))
        new = []
        for number in count(1):
            some = list(islice(names, 8))
            if not some:
                break
            new.append(Disc(f"{label} {number}", some))
            new[-1].check()
        for disc in new:
            disc.burn(self._folder)
            self._write([*self._discs(), disc])
        return len(new)

    def discs(self):
        return {disc.label: disc.names for disc in self._discs()}

    def again(self, label):
        found = [disc for disc in self._discs() if disc.label == label]
        if not found:
            raise KeyError(label)
        found[-1].burn(self._folder)
