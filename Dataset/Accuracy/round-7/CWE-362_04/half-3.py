import contextlib
import fcntl
import json
import os


@contextlib.contextmanager
def locked(path, how=fcntl.LOCK_EX):
    with open(os.path.realpath(path) + ".lock", "a") as lock:
        fcntl.flock(lock, how)
        try:
            yield lock
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)


def load(path):
    try:
        with open(path, encoding="utf-8") as f:
            return json.load(f)
    except FileNotFoundError:
        return {}


def save(path, stock):
    new = path + ".new"
    with open(new, "w", encoding="utf-8") as f:
        json.dump(stock, f)
        f.flush()
        os.fsync(f.fileno())
    os.replace(new, path)


def bring(path, article, number):
    with locked(path):
        stock = load(path)
        stock[article] = stock.get(article, 0) + number
        save(path, stock)
        return stock[article]


def move(path, wanted, number, returned=None):
    with locked(path, fcntl.LOCK_SH) as lock:
        stock = load(path)
        if stock.get(wanted, 0) < number:
            return False
        fcntl.flock(lock, fcntl.LOCK_EX)
        stock[wanted] -= number
        if returned is not None:
            stock[returned] = stock.get(returned, 0) + 1
        save(path, stock)
        return True


def take(path, article, number):
    return move(path, article, number)


def exchange(path, returned, wanted):
    return move(path, wanted, 1, returned)


def in_stock(path, article):
    with locked(path, fcntl.LOCK_SH):
        return load(path).get(article, 0)
