import threading


class GiftCards:
    def __init__(self):
        self._lock = threading.RLock()
        self._journal_lock = threading.Lock()
        self._balances = {}
        self._payments = []

    def top_up(self, code, cents):
        with self._lock:
            self._balances[code] = self._balances.get(code, 0) + cents
            return self._balances[code]

    def _take(self, code, cents):
        with self._lock:
            held = self._balances.get(code, 0)
            if held < cents:
                return None
            self._balances[code] = held - cents
            return held - cents

    def redeem(self, code, cents):
        left = self._take(code, cents)
        if left is None:
            return False
        with self._journal_lock:
            self._payments.append((code, cents, left))
        return True

    def balance(self, code):
        with self._lock:
            return self._balances.get(code, 0)

    def journal(self):
        with self._journal_lock:
            return self._payments.copy()
