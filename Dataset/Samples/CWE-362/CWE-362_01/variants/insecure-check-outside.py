import threading


class GiftCards:
    def __init__(self):
        self._lock = threading.Lock()
        self._balances = {}
        self._journal = []

    def top_up(self, code, cents):
        with self._lock:
            self._balances[code] = self._balances.get(code, 0) + cents
            return self._balances[code]

    def redeem(self, code, cents):
        if self.balance(code) < cents:
            return False
        with self._lock:
            self._balances[code] -= cents
            self._journal.append((code, cents, self._balances[code]))
        return True

    def balance(self, code):
        with self._lock:
            return self._balances.get(code, 0)

    def journal(self):
        with self._lock:
            return list(self._journal)
