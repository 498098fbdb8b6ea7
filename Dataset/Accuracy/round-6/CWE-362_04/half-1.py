import fcntl
import json
import os
import threading
from contextlib import contextmanager

_guard = threading.Lock()
_thread_locks = {}


def _thread_lock(path):
    # record locks do not keep the threads of one process apart
    with _guard:
        return _thread_locks.setdefault(os.path.abspath(path), threading.Lock())


@contextmanager
def _locked(path):
    with _thread_lock(path), open(path + ".lock", "a") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.lockf(lock, fcntl.LOCK_UN)


def _read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def _write(path, stock):
    draft = f"{path}.{os.getpid()}.{threading.get_ident()}"
    with open(draft, "w", encoding="utf-8") as file:
        json.dump(stock, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)


def bring(path, article, number):
    with _locked(path):
        stock = _read(path)
        stock[article] = stock.get(article, 0) + number
        _write(path, stock)
        return stock[article]


def take(path, article, number):
    with _locked(path):
        stock = _read(path)
        if stock.get(article, 0) < number:
            return False
        stock[article] -= number
        _write(path, stock)
        return True


def exchange(path, returned, wanted):
    with _locked(path):
        stock = _read(path)
        if stock.get(wanted, 0) < 1:
            return False
        stock[wanted] -= 1
        stock[returned] = stock.get(returned, 0) + 1
        _write(path, stock)
        return True


def in_stock(path, article):
    return _read(path).get(article, 0)
