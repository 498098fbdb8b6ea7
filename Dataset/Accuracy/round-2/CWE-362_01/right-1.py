import threading
from collections import Counter
from functools import wraps


def atomic(method):
    @wraps(method)
    def serialised(self, *args, **kwargs):
        self._turn.acquire()
        try:
            return method(self, *args, **kwargs)
        finally:
            self._turn.release()
    return serialised


class InsufficientFunds(Exception):
    pass


class GiftCards:
    def __init__(self):
        self._turn = threading.RLock()
        self._topped, self._ledger = Counter(), []

    @atomic
    def top_up(self, code, cents):
        self._topped[code] += cents
        return self.balance(code)

    @atomic
    def balance(self, code):
        spent = sum(amount for card, amount, _ in self._ledger if card == code)
        return self._topped[code] - spent

    @atomic
    def redeem(self, code, cents):
        try:
            self._pay(code, cents)
        except InsufficientFunds:
            return False
        return True

    def _pay(self, code, cents):
        left = self.balance(code) - cents
        if left < 0:
            raise InsufficientFunds(code)
        self._ledger.append((code, cents, left))

    @atomic
    def journal(self):
        return [*self._ledger]
