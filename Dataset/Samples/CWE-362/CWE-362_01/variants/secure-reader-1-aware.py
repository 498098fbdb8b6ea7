import functools
import threading


def _one_step(method):
    """Run the method while holding the lock of its object."""
    @functools.wraps(method)
    def guarded(self, *args):
        with self._lock:
            return method(self, *args)
    return guarded


class GiftCards:
    def __init__(self):
        self._lock = threading.Lock()
        self._cards = {}
        self._payments = []

    @_one_step
    def top_up(self, code, cents):
        balance = self._cards.get(code, 0) + cents
        self._cards[code] = balance
        return balance

    @_one_step
    def redeem(self, code, cents):
        left = self._cards.get(code, 0) - cents
        if left < 0:
            return False
        self._cards[code] = left
        self._payments.append((code, cents, left))
        return True

    @_one_step
    def balance(self, code):
        return self._cards.get(code, 0)

    @_one_step
    def journal(self):
        return self._payments[:]
