from collections import defaultdict
from functools import wraps
from threading import RLock


def one_step(method):
    """Run the method while no other method of the same object runs."""
    @wraps(method)
    def guarded(self, *args, **kwargs):
        with self._mutex:
            return method(self, *args, **kwargs)
    return guarded


class GiftCards:
    def __init__(self):
        self._mutex = RLock()
        self._topped_up = defaultdict(int)
        self._paid = defaultdict(int)
        self._journal = []

    @one_step
    def balance(self, code):
        return self._topped_up.get(code, 0) - self._paid.get(code, 0)

    @one_step
    def top_up(self, code, cents):
        if cents <= 0:
            raise ValueError("amounts are positive")
        self._topped_up[code] += cents
        return self.balance(code)

    @one_step
    def redeem(self, code, cents):
        if cents <= 0:
            raise ValueError("amounts are positive")
        left = self.balance(code) - cents
        if left < 0:
            return False
        self._paid[code] += cents
        self._journal.append((code, cents, left))
        return True

    @one_step
    def journal(self):
        return self._journal.copy()
