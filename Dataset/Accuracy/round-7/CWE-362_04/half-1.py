import contextlib
import fcntl
import json


@contextlib.contextmanager
def opened(path, how, make=False):
    try:
        f = open(path, "r+", encoding="utf-8")
    except FileNotFoundError:
        if not make:
            yield None
            return
        f = open(path, "w+", encoding="utf-8")
    with f:
        fcntl.flock(f, how)
        try:
            yield f
        finally:
            f.flush()
            fcntl.flock(f, fcntl.LOCK_UN)


def load(f):
    if f is None:
        return {}
    f.seek(0)
    content = f.read()
    return json.loads(content) if content else {}


def save(f, stock):
    f.seek(0)
    f.write(json.dumps(stock))
    f.truncate()


def bring(path, article, number):
    with opened(path, fcntl.LOCK_EX, make=True) as f:
        stock = load(f)
        stock[article] = stock.get(article, 0) + number
        save(f, stock)
        return stock[article]


def take(path, article, number):
    with opened(path, fcntl.LOCK_EX) as f:
        stock = load(f)
        if stock.get(article, 0) < number:
            return False
        stock[article] -= number
        save(f, stock)
        return True


def exchange(path, returned, wanted):
    with opened(path, fcntl.LOCK_EX) as f:
        stock = load(f)
        if stock.get(wanted, 0) < 1:
            return False
        stock[wanted] -= 1
        stock[returned] = stock.get(returned, 0) + 1
        save(f, stock)
        return True


def in_stock(path, article):
    with opened(path, fcntl.LOCK_SH) as f:
        return load(f).get(article, 0)
