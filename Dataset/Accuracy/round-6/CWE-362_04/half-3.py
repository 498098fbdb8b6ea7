import fcntl
import json
import os
import tempfile
from contextlib import contextmanager


def _content(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.loads(file.read() or "{}")
    except FileNotFoundError:
        return {}


class _Stock(dict):
    def __init__(self, path):
        super().__init__(_content(path))
        self.path = path

    def __missing__(self, article):
        return 0

    def save(self):
        folder, name = os.path.split(self.path)
        fd, draft = tempfile.mkstemp(prefix=name, dir=folder or ".")
        with open(fd, "w", encoding="utf-8") as file:
            os.fchmod(fd, os.stat(self.path).st_mode & 0o777)
            json.dump(self, file)
        os.replace(draft, self.path)


@contextmanager
def _opened(path):
    """The stock, read while nobody else is in here. Every call has its own
    descriptor, so that flock works for threads as well as for processes."""
    with open(path, "a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield _Stock(path)


def bring(path, article, number):
    with _opened(path) as stock:
        stock[article] += number
        stock.save()
        return stock[article]


def take(path, article, number):
    if not os.path.exists(path):
        return False
    with _opened(path) as stock:
        if stock[article] < number:
            return False
        stock[article] -= number
        stock.save()
        return True


def exchange(path, returned, wanted):
    if not os.path.exists(path):
        return False
    with _opened(path) as stock:
        if not stock[wanted]:
            return False
        stock[wanted] -= 1
        stock[returned] += 1
        stock.save()
        return True


def in_stock(path, article):
    return _content(path).get(article, 0)
