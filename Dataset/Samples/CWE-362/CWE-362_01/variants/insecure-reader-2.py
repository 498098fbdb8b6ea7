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
        with self._lock:
            balance = self._balances.get(code, 0)
            if balance < cents:
                return False
            self._balances[code] = balance - cents
            self._journal.append((code, cents, balance - cents))
            return True

    def balance(self, code):
        return self._balances.get(code, 0)

    def journal(self):
        return list(self._journal)
