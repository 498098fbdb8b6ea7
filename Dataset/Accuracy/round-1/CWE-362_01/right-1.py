from functools import reduce, wraps
from threading import RLock
from typing import NamedTuple


class Event(NamedTuple):
    code: str
    change: int
    left: int


def one_step(method):
    @wraps(method)
    def guarded(self, *args, **kwargs):
        self._mutex.acquire()
        try:
            return method(self, *args, **kwargs)
        finally:
            self._mutex.release()
    return guarded


class GiftCards:
    def __init__(self):
        self._mutex = RLock()
        self._events = ()

    @one_step
    def balance(self, code):
        return reduce(lambda total, e: total + e.change if e.code == code else total, self._events, 0)

    @one_step
    def top_up(self, code, cents):
        left = self.balance(code) + cents
        self._events += (Event(code, cents, left),)
        return left

    @one_step
    def redeem(self, code, cents):
        left = self.balance(code) - cents
        enough = left >= 0
        if enough:
            self._events += (Event(code, -cents, left),)
        return enough

    @one_step
    def journal(self):
        return [(e.code, -e.change, e.left) for e in self._events if e.change < 0]
