"""Every change is a small function from dict to (dict or None, answer), applied under one lock."""
import fcntl
import functools
import json
import os
import struct
import tempfile

_WHOLE = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
_NONE = struct.pack("hhqqi4x", fcntl.F_UNLCK, os.SEEK_SET, 0, 0, 0)


def _read(path):
    try:
        with open(path, "rb") as source:
            return json.loads(source.read())
    except FileNotFoundError:
        return {}


def _transaction(step):
    @functools.wraps(step)
    def run(path, *args):
        real = os.path.realpath(path)
        folder, name = os.path.split(real)
        fd = os.open(os.path.join(folder, "." + name + ".guard"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.fcntl(fd, fcntl.F_OFD_SETLKW, _WHOLE)
            try:
                after, answer = step(_read(real), *args)
                if after is not None:
                    out, fresh = tempfile.mkstemp(dir=folder, prefix="." + name)
                    try:
                        mode = os.stat(real).st_mode & 0o777 if os.path.exists(real) else 0o644
                        os.fchmod(out, mode)
                        with os.fdopen(out, "w", encoding="utf-8") as sink:
                            json.dump(after, sink, ensure_ascii=False)
                        os.replace(fresh, real)
                    except BaseException:
                        os.unlink(fresh)
                        raise
                return answer
            finally:
                fcntl.fcntl(fd, fcntl.F_OFD_SETLK, _NONE)
        finally:
            os.close(fd)
    return run


@_transaction
def bring(stock, article, number):
    total = stock.get(article, 0) + number
    return stock | {article: total}, total


@_transaction
def take(stock, article, number):
    left = stock.get(article, 0) - number
    return (None, False) if left < 0 else (stock | {article: left}, True)


@_transaction
def exchange(stock, returned, wanted):
    if not stock.get(wanted):
        return None, False
    return stock | {wanted: stock[wanted] - 1, returned: stock.get(returned, 0) + 1}, True


def in_stock(path, article):
    return _read(os.path.realpath(path)).get(article, 0)
