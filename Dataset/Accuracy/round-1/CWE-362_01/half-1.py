import threading


class GiftCards:
    def __init__(self):
        self._guard = threading.Lock()
        self._locks = {}
        self._balances = {}
        self._journal = []

    def _lock_for(self, code):
        with self._guard:
            lock = self._locks.get(code)
        if lock is None:
            lock = threading.Lock()
            with self._guard:
                self._locks[code] = lock
        return lock

    def top_up(self, code, cents):
        with self._lock_for(code):
            new = self._balances.get(code, 0) + cents
            self._balances[code] = new
            return new

    def redeem(self, code, cents):
        with self._lock_for(code):
            held = self._balances.get(code, 0)
            if held < cents:
                return False
            left = held - cents
            with self._guard:
                self._balances[code] = left
                self._journal.append((code, cents, left))
            return True

    def balance(self, code):
        with self._lock_for(code):
            return self._balances.get(code, 0)

    def journal(self):
        with self._guard:
            return list(self._journal)
