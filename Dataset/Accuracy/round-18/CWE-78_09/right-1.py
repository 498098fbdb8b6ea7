"""Burns the village's history.

The index is a text of hexadecimal numbers: one line for each disc, the label
first, then the names, with a dot in front of each, as bytes.
"""
import itertools
import os
import shutil
import tempfile


class LabelError(ValueError):
    pass


def _start(program, arguments, folder=None, output=None):
    path = shutil.which(program)
    if path is None:
        raise FileNotFoundError(program)
    path = os.path.abspath(path)
    child = os.fork()
    if child == 0:
        try:
            nothing = os.open(os.devnull, os.O_RDONLY)
            os.dup2(nothing, 0)
            if output is not None:
                os.dup2(output, 1)
            if folder is not None:
                os.chdir(folder)
            os.execv(path, [program.encode(), *arguments])
        finally:
            os._exit(127)
    os.waitpid(child, 0)


class _Index:
    def __init__(self, path):
        self._path = path

    def __iter__(self):
        if not os.path.exists(self._path):
            return
        with open(self._path, "r", encoding="ascii") as lines:
            for line in lines:
                yield [bytes.fromhex(part) for part in line.rstrip("\n").split(".")]

    def add(self, row):
        with open(self._path, "a", encoding="ascii") as lines:
            lines.write(".".join(part.hex() for part in row) + "\n")


class Chronicle:
    def __init__(self, folder, index):
        self._folder = os.fsencode(folder)
        self._index = _Index(index)

    def _names(self):
        with tempfile.TemporaryFile() as out:
            _start("unburnt", [b"--null", self._folder], output=out.fileno())
            out.seek(0)
            yield from filter(None, out.read().split(b"\0"))

    def _write(self, label, names):
        _start("burn", [b"--label", label, b"--", *names], folder=self._folder)

    def burn(self, label):
        typed = label.encode("utf-8")  # a UnicodeEncodeError is a ValueError
        if b"\0" in typed or len(typed) > 131000:
            raise LabelError(label)
        names = self._names()
        for number in itertools.count(1):
            some = list(itertools.islice(names, 8))
            if not some:
                return number - 1
            full = b"%s %d" % (typed, number)
            self._index.add([full, *some])
            self._write(full, some)

    def discs(self):
        return {os.fsdecode(label): [os.fsdecode(n) for n in names] for label, *names in self._index}

    def again(self, label):
        names = self.discs()[label]
        self._write(label.encode("utf-8"), [os.fsencode(name) for name in names])
