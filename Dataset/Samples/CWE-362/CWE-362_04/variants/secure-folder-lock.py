import fcntl
import functools
import json
import os
from pathlib import Path


def alone(function):
    """The folder is what all desks lock; each call opens it for itself, so that threads wait, too."""

    @functools.wraps(function)
    def call(path, *arguments):
        folder = os.open(os.path.dirname(os.path.abspath(path)), os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            return function(Path(path), *arguments)
        finally:
            os.close(folder)

    return call


def stock_of(path):
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


@alone
def bring(path, article, number):
    stock = stock_of(path)
    stock.setdefault(article, 0)
    stock[article] += number
    path.write_text(json.dumps(stock), "utf-8")
    return stock[article]


@alone
def take(path, article, number):
    stock = stock_of(path)
    left = stock.get(article, 0) - number
    if left >= 0:
        path.write_text(json.dumps(stock | {article: left}), "utf-8")
    return left >= 0


@alone
def exchange(path, returned, wanted):
    stock = stock_of(path)
    if stock.get(wanted, 0) == 0:
        return False
    change = {wanted: stock[wanted] - 1, returned: stock.get(returned, 0) + 1}
    path.write_text(json.dumps(stock | change), "utf-8")
    return True


@alone
def in_stock(path, article):
    return stock_of(path).get(article, 0)
