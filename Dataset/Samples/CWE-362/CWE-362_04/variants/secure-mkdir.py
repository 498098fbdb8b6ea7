import json
import os
import tempfile
import time


class Stock:
    """The stock while this desk alone works on it; it is written when the desk is done."""

    def __init__(self, path):
        self.path = os.path.realpath(path)

    def __enter__(self):
        for _ in range(3000):
            try:
                os.mkdir(self.path + ".locked")
                break
            except FileExistsError:
                time.sleep(0.005)
        else:
            raise TimeoutError("another desk holds the stockroom")
        self.pieces = read(self.path)
        self.before = dict(self.pieces)
        return self.pieces

    def __exit__(self, kind, error, trace):
        try:
            if kind is None and self.pieces != self.before:
                descriptor, draft = tempfile.mkstemp(dir=os.path.dirname(self.path), text=True)
                with open(descriptor, "w") as file:
                    json.dump(self.pieces, file)
                os.rename(draft, self.path)
        finally:
            os.rmdir(self.path + ".locked")


def read(path):
    if not os.path.exists(path):
        return {}
    with open(path) as file:
        return json.load(file)


def bring(path, article, number):
    with Stock(path) as stock:
        stock[article] = number + stock.get(article, 0)
        return stock[article]


def take(path, article, number):
    with Stock(path) as stock:
        enough = stock.get(article, 0) >= number
        if enough:
            stock[article] -= number
        return enough


def exchange(path, returned, wanted):
    with Stock(path) as stock:
        if not stock.get(wanted):
            return False
        stock[wanted] -= 1
        stock[returned] = 1 + stock.get(returned, 0)
        return True


def in_stock(path, article):
    return read(path).get(article, 0)
