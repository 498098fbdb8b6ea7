import fcntl
import json
import os
import threading

_threads = threading.Lock()


class _Desk:
    """One step with the file: `with _Desk(path) as stock`, all others wait."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        _threads.acquire()  # the threads of this process
        self.lock = _lock(self.path, fcntl.LOCK_EX)  # the other processes
        self.stock = _load(self.path)
        self.before = dict(self.stock)
        return self.stock

    def __exit__(self, kind, *_):
        try:
            if kind is None and self.stock != self.before:
                with open(self.path + ".tmp", "w", encoding="utf-8") as file:
                    json.dump(self.stock, file)
                os.replace(self.path + ".tmp", self.path)
        finally:
            self.lock.close()
            _threads.release()


def _lock(path, kind):
    file = open(path + ".lock", "a+")
    fcntl.lockf(file, kind)
    return file


def _load(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def bring(path, article, number):
    with _Desk(path) as stock:
        stock[article] = stock.get(article, 0) + number
        return stock[article]


def take(path, article, number):
    with _Desk(path) as stock:
        if stock.get(article, 0) < number:
            return False
        stock[article] -= number
        return True


def exchange(path, returned, wanted):
    with _Desk(path) as stock:
        if stock.get(wanted, 0) < 1:
            return False
        stock[wanted] -= 1
        stock[returned] = stock.get(returned, 0) + 1
        return True


def in_stock(path, article):
    # readers do not keep each other out, but wait for a change to be complete
    with _lock(path, fcntl.LOCK_SH):
        return _load(path).get(article, 0)
