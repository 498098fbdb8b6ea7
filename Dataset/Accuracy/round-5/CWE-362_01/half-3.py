import threading
from collections import defaultdict


class GiftCards:
    def __init__(self):
        self._mutex = threading.RLock()
        self._cards = defaultdict(int)
        self._payments = []

    def top_up(self, code, cents):
        with self._mutex:
            self._cards[code] += cents
            return self._cards[code]

    def redeem(self, code, cents):
        with self._mutex:
            self._cards[code] -= cents
            left = self._cards[code]
            if left < 0:
                self._cards[code] += cents
                return False
            self._payments.append((code, cents, left))
            return True

    def balance(self, code):
        return self._cards.get(code, 0)

    def journal(self):
        with self._mutex:
            return list(self._payments)
