import fcntl
import json
import logging
import os

log = logging.getLogger("stockroom")


class _Room:
    """The folder, held by a descriptor: it is itself what is locked, whatever it is called."""

    def __init__(self, path):
        folder, self.name = os.path.split(os.fspath(path))
        self.fd = os.open(folder or os.curdir, os.O_RDONLY | os.O_DIRECTORY)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.fd)

    def _opener(self, mode):
        return lambda name, flags: os.open(name, flags, mode, dir_fd=self.fd)

    def read(self):
        try:
            with open(self.name, "rb", opener=self._opener(0)) as file:
                return json.load(file)
        except FileNotFoundError:
            return {}

    def write(self, stock):
        fresh = f".{self.name}~"
        with open(fresh, "w", encoding="ascii", opener=self._opener(0o666)) as file:
            json.dump(stock, file, ensure_ascii=True)
            file.flush()
            os.fsync(file.fileno())
        os.rename(fresh, self.name, src_dir_fd=self.fd, dst_dir_fd=self.fd)

    def transact(self, step):
        fcntl.flock(self.fd, fcntl.LOCK_EX)
        try:
            stock = self.read()
            result, changed = step(stock)
            if changed:
                self.write({**stock, **changed})
            log.debug("%s -> %r", self.name, result)
            return result
        finally:
            fcntl.flock(self.fd, fcntl.LOCK_UN)


def bring(path, article, number):
    def step(stock):
        total = stock.get(article, 0) + number
        return total, {article: total}
    with _Room(path) as room:
        return room.transact(step)


def take(path, article, number):
    def step(stock):
        left = stock.get(article, 0) - number
        return (True, {article: left}) if left >= 0 else (False, None)
    with _Room(path) as room:
        return room.transact(step)


def exchange(path, returned, wanted):
    def step(stock):
        match stock.get(wanted, 0):
            case 0:
                return False, {}
            case there:
                return True, {wanted: there - 1, returned: stock.get(returned, 0) + 1}
    with _Room(path) as room:
        return room.transact(step)


def in_stock(path, article):
    with _Room(path) as room:
        return room.read().get(article, 0)
