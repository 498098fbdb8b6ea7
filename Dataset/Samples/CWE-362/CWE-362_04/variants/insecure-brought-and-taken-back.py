import fcntl
import json
import os
from contextlib import contextmanager


@contextmanager
def locked(path):
    with open(path + ".lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def load(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def save(path, stock):
    with open(path + ".new", "w", encoding="utf-8") as file:
        json.dump(stock, file)
    os.replace(path + ".new", path)


def bring(path, article, number):
    with locked(path):
        stock = load(path)
        stock[article] = stock.get(article, 0) + number
        save(path, stock)
        return stock[article]


def take(path, article, number):
    with locked(path):
        stock = load(path)
        if stock.get(article, 0) < number:
            return False
        stock[article] -= number
        save(path, stock)
        return True


def exchange(path, returned, wanted):
    bring(path, returned, 1)
    if take(path, wanted, 1):
        return True
    take(path, returned, 1)
    return False


def in_stock(path, article):
    return load(path).get(article, 0)
