import fcntl
import json
import os
import threading
from contextlib import contextmanager

in_this_process = threading.Lock()


@contextmanager
def opened(path):
    """The file itself is locked and written in place, so it stays the one that others wait for."""
    with in_this_process, open(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def read(file):
    file.seek(0)
    text = file.read()
    return json.loads(text) if text else {}


def change(path, *changes):
    """Adds to each article; nothing, if one of them would be below zero."""
    with opened(path) as file:
        stock = read(file)
        for article, number in changes:
            stock[article] = stock.get(article, 0) + number
            if stock[article] < 0:
                return None
        file.seek(0)
        file.write(json.dumps(stock))
        file.truncate()
        file.flush()
        return stock


def bring(path, article, number):
    return change(path, (article, number))[article]


def take(path, article, number):
    return change(path, (article, -number)) is not None


def exchange(path, returned, wanted):
    return change(path, (wanted, -1), (returned, 1)) is not None


def in_stock(path, article):
    with opened(path) as file:
        return read(file).get(article, 0)
