import functools
import threading
from collections import Counter


def _one_step(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        with self._turn:
            return method(self, *args, **kwargs)
    return wrapper


class GiftCards:
    def __init__(self):
        self._turn = threading.Condition()
        self._held = Counter()
        self._paid = []

    @_one_step
    def top_up(self, code, cents):
        self._held[code] += cents
        return self._held[code]

    @_one_step
    def redeem(self, code, cents):
        if self.balance(code) < cents:
            return False
        self._held.subtract({code: cents})
        self._paid.append((code, cents, self._held[code]))
        return True

    @_one_step
    def balance(self, code):
        return self._held[code]

    @_one_step
    def journal(self):
        return self._paid[:]
