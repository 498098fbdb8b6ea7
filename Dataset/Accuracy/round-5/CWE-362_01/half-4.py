import threading


class GiftCards:
    def __init__(self):
        self._lock = threading.Lock()
        self._balances = {}
        self._entries = []
        self._snapshot = ()

    def top_up(self, code, cents):
        with self._lock:
            balance = self._balances.get(code, 0) + cents
            self._balances[code] = balance
            return balance

    def redeem(self, code, cents):
        with self._lock:
            balance = self._balances.get(code, 0)
            if balance < cents:
                return False
            balance -= cents
            self._balances[code] = balance
            self._entries.append((code, cents, balance))
            self._snapshot = None
            return True

    def balance(self, code):
        with self._lock:
            return self._balances.get(code, 0)

    def journal(self):
        with self._lock:
            snapshot = self._snapshot
        if snapshot is None:
            with self._lock:
                snapshot = tuple(self._entries)
            self._snapshot = snapshot
        return list(snapshot)
