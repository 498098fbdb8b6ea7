"""All names stay bytes from pipe to argument; the index has them percent-encoded, a disc a line."""
import os
import shutil
from collections.abc import Mapping
from itertools import islice
from subprocess import DEVNULL, PIPE, Popen
from urllib.parse import quote_from_bytes, unquote_to_bytes

_LONGEST = 128 * 1024 - 1       # what Linux takes as one argument


def _program(name):
    """Found before the folder is entered, whatever stands on the PATH."""
    return os.path.abspath(shutil.which(name) or name)


def _start(arguments, **more):
    program = _program(arguments[0])
    if not os.path.isfile(program):
        raise FileNotFoundError(arguments[0])
    return Popen(arguments, executable=program, stdin=DEVNULL, **more)


def _pieces(stream):
    """What ends with NUL in a stream, piece by piece."""
    rest = b""
    while block := stream.read(4096):
        *whole, rest = (rest + block).split(b"\0")
        yield from filter(None, whole)


class Ledger(Mapping):
    def __init__(self, path):
        self.path = path

    def _all(self):
        try:
            with open(self.path, encoding="ascii") as file:
                rows = [[unquote_to_bytes(field) for field in line.split()] for line in file]
        except FileNotFoundError:
            rows = []
        return {label.decode(): names for label, *names in rows}

    def __getitem__(self, label):
        return self._all()[label]

    def __iter__(self):
        return iter(self._all())

    def __len__(self):
        return len(self._all())

    def enter(self, label, names):
        with open(self.path, "a", encoding="ascii") as file:
            print(*(quote_from_bytes(field, safe="") for field in (label, *names)), file=file)


class Chronicle:
    def __init__(self, folder, index):
        self.folder, self.ledger = folder, Ledger(index)

    def _disc(self, label, names):
        with _start(["burn", "--label", label, "--", *names], cwd=self.folder):
            pass

    def burn(self, label):
        typed = label.encode("utf-8")           # UnicodeEncodeError is a ValueError
        if b"\0" in typed or len(typed) + 12 > _LONGEST:
            raise ValueError("no argument")
        with _start(["unburnt", "--null", self.folder], stdout=PIPE) as lister:
            names = iter(list(dict.fromkeys(_pieces(lister.stdout))))
        number = 0
        while some := list(islice(names, 8)):
            number += 1
            full = b"%b %d" % (typed, number)
            self._disc(full, some)
            self.ledger.enter(full, some)
        return number

    def discs(self):
        return {label: [os.fsdecode(name) for name in names] for label, names in self.ledger.items()}

    def again(self, label):
        names = self.ledger[label]
        self._disc(label.encode("utf-8"), names)
