import threading


class GiftCards:
    def __init__(self):
        self._lock = threading.RLock()
        self._balances = {}
        self._journal = []

    def top_up(self, code, cents):
        with self._lock:
            balance = self.balance(code) + cents
            self._balances[code] = balance
            return balance

    def redeem(self, code, cents):
        with self._lock:
            balance = self.balance(code)
            if balance < cents:
                return False
            left = balance - cents
            self._journal.append((code, cents, left))
            self._balances[code] = left
            return True

    def balance(self, code):
        with self._lock:
            return self._balances.get(code, 0)

    def journal(self):
        with self._lock:
            return list(self._journal)
