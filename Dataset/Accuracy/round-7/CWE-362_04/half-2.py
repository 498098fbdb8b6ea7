import contextlib
import fcntl
import json
import os
import threading

_guards = {}


@contextlib.contextmanager
def locked(path):
    guard = _guards.setdefault(os.path.abspath(path), threading.Lock())
    with guard, open(path + ".lock", "a") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.lockf(lock, fcntl.LOCK_UN)


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


def take(path, article, number):
    with locked(path):
        stock = load(path)
        there = stock.get(article, 0)
        if there < number:
            return False
        stock[article] = there - number
        save(path, stock)
        return True


def exchange(path, returned, wanted):
    with locked(path):
        stock = load(path)
        if stock.get(wanted, 0) < 1:
            return False
        stock[wanted] -= 1
        stock[returned] = stock.get(returned, 0) + 1
        save(path, stock)
        return True


def in_stock(path, article):
    return load(path).get(article, 0)
