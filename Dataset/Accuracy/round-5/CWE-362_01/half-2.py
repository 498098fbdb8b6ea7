from threading import Lock


class GiftCards:
    def __init__(self):
        self._lock = Lock()
        self._journal_lock = Lock()
        self._balances = {}
        self._journal = []

    def _take(self, code, cents):
        with self._lock:
            left = self._balances.get(code, 0) - cents
            if left < 0:
                return None
            self._balances[code] = left
            return left

    def _record(self, *entry):
        with self._journal_lock:
            self._journal.append(entry)

    def top_up(self, code, cents):
        with self._lock:
            self._balances[code] = self._balances.get(code, 0) + cents
            return self._balances[code]

    def redeem(self, code, cents):
        left = self._take(code, cents)
        if left is None:
            return False
        self._record(code, cents, left)
        return True

    def balance(self, code):
        with self._lock:
            return self._balances.get(code, 0)

    def journal(self):
        with self._journal_lock:
            return self._journal.copy()
