import functools
import threading


def atomic(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        self._turn.acquire()
        try:
            return method(self, *args, **kwargs)
        finally:
            self._turn.release()
    return wrapper


class GiftCards:
    def __init__(self):
        self._turn = threading.RLock()
        self._lines = ()
        self._sums = {}

    @atomic
    def top_up(self, code, cents):
        self._sums = self._sums | {code: self.balance(code) + cents}
        return self.balance(code)

    @atomic
    def redeem(self, code, cents):
        left = self.balance(code) - cents
        if left >= 0:
            self._sums = self._sums | {code: left}
            self._lines += ((code, cents, left),)
        return left >= 0

    @atomic
    def balance(self, code):
        return self._sums.get(code, 0)

    @atomic
    def journal(self):
        return list(self._lines)
