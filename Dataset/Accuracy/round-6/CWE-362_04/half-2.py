import fcntl
import functools
import json
import os


def exclusive(function):
    """Lets one caller at a time into the function, over all processes and threads."""
    @functools.wraps(function)
    def wrapper(path, *args):
        # a descriptor of its own for each call: flock keeps threads apart, too
        fd = os.open(path + ".lock", os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            return function(path, *args)
        finally:
            os.close(fd)
    return wrapper


def _load(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def _save(path, stock):
    with open(path + ".new", "w", encoding="utf-8") as file:
        json.dump(stock, file)
    os.replace(path + ".new", path)


@exclusive
def bring(path, article, number):
    stock = _load(path)
    stock[article] = stock.get(article, 0) + number
    _save(path, stock)
    return stock[article]


@exclusive
def take(path, article, number):
    stock = _load(path)
    left = stock.get(article, 0) - number
    if left < 0:
        return False
    stock[article] = left
    _save(path, stock)
    return True


def exchange(path, returned, wanted):
    # the wanted piece first: once it is ours, nobody else can get it
    if not take(path, wanted, 1):
        return False
    bring(path, returned, 1)
    return True


def in_stock(path, article):
    return _load(path).get(article, 0)
