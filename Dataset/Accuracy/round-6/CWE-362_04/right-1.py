import contextlib
import fcntl
import json
import os
from collections import Counter
from pathlib import Path


@contextlib.contextmanager
def _alone(file):
    """Nobody else is between here and the end. Each use opens the lock file anew, so threads wait as processes do."""
    with contextlib.ExitStack() as stack:
        fd = os.open(f"{file}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        stack.callback(os.close, fd)
        fcntl.flock(fd, fcntl.LOCK_EX)
        stack.callback(fcntl.flock, fd, fcntl.LOCK_UN)
        yield


def _pieces(file):
    try:
        return Counter(json.loads(file.read_text("utf-8")))
    except FileNotFoundError:
        return Counter()


def _book(path, *entries):
    """Make all the entries (article, difference) or none; returns the new stock, or None."""
    file = Path(os.path.realpath(path))
    with _alone(file):
        stock = _pieces(file)
        for article, difference in entries:
            stock[article] += difference
            if stock[article] < 0:
                return None
        draft = file.with_name(file.name + ".draft")
        draft.write_text(json.dumps(stock), "utf-8")
        with contextlib.suppress(FileNotFoundError):
            draft.chmod(file.stat().st_mode & 0o777)
        draft.replace(file)
        return stock


def bring(path, article, number):
    return _book(path, (article, +number))[article]


def take(path, article, number):
    return _book(path, (article, -number)) is not None


def exchange(path, returned, wanted):
    return _book(path, (wanted, -1), (returned, +1)) is not None


def in_stock(path, article):
    return _pieces(Path(path))[article]
