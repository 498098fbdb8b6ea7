import threading
from collections import defaultdict


class GiftCards:
    def __init__(self):
        self._balances = defaultdict(int)
        self._payments = []
        self._cards_lock = threading.Lock()
        self._payments_lock = threading.Lock()

    def top_up(self, code, cents):
        with self._cards_lock:
            self._balances[code] += cents
            return self._balances[code]

    def redeem(self, code, cents):
        with self._cards_lock:
            left = self._balances.get(code, 0) - cents
            if left < 0:
                return False
            self._balances[code] = left
        with self._payments_lock:
            self._payments.append((code, cents, left))
        return True

    def balance(self, code):
        with self._cards_lock:
            return self._balances.get(code, 0)

    def journal(self):
        with self._payments_lock:
            return self._payments.copy()
