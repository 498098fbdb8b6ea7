"""Setups are shelved: a Label knows what Windows would make of a name, a Shelf never writes twice."""
import itertools
import os
import string
import threading
from collections import defaultdict

try:
    import fcntl
except ImportError:  # on Windows, where "x" alone is enough for several programs
    fcntl = None


class _Keep(defaultdict):
    """A table for str.translate: what is not in it is left out."""

    def __missing__(self, key):
        return None


_SIGNS = _Keep(None, {ord(sign): sign for sign in string.ascii_letters + string.digits + "._-"})
_SIGNS[ord(" ")] = "-"


class Refused(Exception):
    pass


class Label:
    def __init__(self, sent):
        behind = max(sent.rfind("/"), sent.rfind("\\")) + 1
        self.text = sent[behind:].translate(_SIGNS)
        cut = self.text.rfind(".")
        self.stem, self.ending = (self.text, "") if cut < 0 else (self.text[:cut], self.text[cut:])

    def __iter__(self):
        """The names that it may have, best first."""
        for mark in itertools.chain([""], map("-{}".format, itertools.count(2))):
            yield self.check(f"{self.stem}{mark}{self.ending}")

    def check(self, name):
        if self.ending.casefold() not in {"", ".ini", ".cfg", ".txt"}:
            raise Refused(name)
        # ".htaccess", ".htpasswd" and ".user.ini" begin with a dot
        if not self.stem or name[0] == "." or name.casefold() == "php.ini":
            raise Refused(name)
        return name


class Shelf:
    guard = threading.RLock()

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        self.guard.acquire()
        self.handle = None
        if fcntl:
            self.handle = os.open(self.folder, os.O_RDONLY)
            fcntl.flock(self.handle, fcntl.LOCK_EX)
        return self

    def __exit__(self, *_):
        if self.handle is not None:
            os.close(self.handle)
        self.guard.release()

    def put(self, label, data):
        taken = {entry.name.casefold() for entry in os.scandir(self.folder)}
        for name in label:
            if name.casefold() in taken:
                continue
            path = os.path.join(self.folder, name)
            try:
                file = open(path, "xb")
            except FileExistsError:
                continue
            except OSError as error:
                raise Refused(name) from error
            try:
                with file:
                    file.write(data)
            except BaseException:
                os.unlink(path)
                raise
            return name


def store(folder, filename, data):
    label = Label(filename)
    try:
        label.check(label.text)
        with Shelf(folder) as shelf:
            return shelf.put(label, data)
    except Refused:
        return None
