from collections import defaultdict
from threading import Lock


class GiftCards:
    def __init__(self):
        self._lock = Lock()
        self._cards = defaultdict(int)
        self._payments = []

    def top_up(self, code, cents):
        with self._lock:
            self._cards[code] += cents
            return self._cards[code]

    def redeem(self, code, cents):
        with self._lock:
            if code not in self._cards:
                return False
            self._cards[code] -= cents
            if self._cards[code] < 0:
                self._cards[code] += cents
                return False
            self._payments.append((code, cents, self._cards[code]))
            return True

    def balance(self, code):
        return self._cards.get(code, 0)

    def journal(self):
        with self._lock:
            return list(self._payments)
