import threading


class GiftCards:
    def __init__(self):
        self._cards = {}
        self._locks = {}
        self._journal = []
        self._journal_lock = threading.Lock()

    def _lock(self, code):
        if code not in self._locks:
            self._locks[code] = threading.Lock()
        return self._locks[code]

    def top_up(self, code, cents):
        with self._lock(code):
            balance = self._cards.get(code, 0) + cents
            self._cards[code] = balance
            return balance

    def redeem(self, code, cents):
        with self._lock(code):
            balance = self._cards.get(code, 0)
            if balance < cents:
                return False
            with self._journal_lock:
                self._cards[code] = balance - cents
                self._journal.append((code, cents, balance - cents))
            return True

    def balance(self, code):
        with self._lock(code):
            return self._cards.get(code, 0)

    def journal(self):
        with self._journal_lock:
            return list(self._journal)
