import threading


class GiftCards:
    def __init__(self):
        self._cards = {}
        self._locks = {}
        self._journal = []
        self._journal_lock = threading.Lock()

    def _lock_of(self, code):
        if code not in self._locks:
            self._locks[code] = threading.Lock()
        return self._locks[code]

    def top_up(self, code, cents):
        with self._lock_of(code):
            present = self._cards.get(code, 0)
            self._cards[code] = present + cents
            return present + cents

    def redeem(self, code, cents):
        if code not in self._cards:
            return False
        with self._lock_of(code), self._journal_lock:
            left = self._cards[code] - cents
            if left < 0:
                return False
            self._cards[code] = left
            self._journal.append((code, cents, left))
            return True

    def balance(self, code):
        with self._journal_lock:
            return self._cards.get(code, 0)

    def journal(self):
        with self._journal_lock:
            return self._journal.copy()
