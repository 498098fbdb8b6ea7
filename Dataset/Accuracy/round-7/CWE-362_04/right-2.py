import collections
import contextlib
import fcntl
import json
import os


class _Refused(Exception):
    pass


class _Stockroom(contextlib.ExitStack):
    """Holds the folder itself with flock; leaving without an exception puts the new file in place."""

    def __init__(self, path):
        super().__init__()
        self.path = os.path.realpath(path)

    def __enter__(self):
        super().__enter__()
        try:
            folder = os.open(os.path.dirname(self.path), os.O_RDONLY | os.O_DIRECTORY)
            self.callback(os.close, folder)
            fcntl.flock(folder, fcntl.LOCK_EX)
            self.callback(fcntl.flock, folder, fcntl.LOCK_UN)
            self.pieces = collections.Counter(_peek(self.path))
            self.push(self._finish)
        except BaseException:
            self.close()
            raise
        return self

    def _finish(self, kind, *_):
        if kind is None:
            draft = self.path + ".draft"
            with open(draft, "w", encoding="utf-8") as sink:
                print(json.dumps(self.pieces), file=sink)
            os.replace(draft, self.path)

    def __iadd__(self, what):
        self.pieces.update(what)
        return self

    def __isub__(self, what):
        if any(self.pieces[article] < number for article, number in what.items()):
            raise _Refused
        self.pieces.subtract(what)
        return self


def _peek(path):
    with contextlib.suppress(FileNotFoundError), open(path, encoding="utf-8") as source:
        return json.load(source)
    return {}


def bring(path, article, number):
    with _Stockroom(path) as room:
        room += {article: number}
        return room.pieces[article]


def take(path, article, number):
    try:
        with _Stockroom(path) as room:
            room -= {article: number}
    except _Refused:
        return False
    return True


def exchange(path, returned, wanted):
    try:
        with _Stockroom(path) as room:
            room -= {wanted: 1}
            room += {returned: 1}
    except _Refused:
        return False
    return True


def in_stock(path, article):
    return _peek(path).get(article, 0)
