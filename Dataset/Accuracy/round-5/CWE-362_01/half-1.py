import threading


class GiftCards:
    def __init__(self):
        self._balances = {}
        self._locks = {}
        self._journal = []
        self._journal_lock = threading.Lock()

    def _lock(self, code):
        lock = self._locks.get(code)
        if lock is None:
            lock = self._locks[code] = threading.RLock()
        return lock

    def top_up(self, code, cents):
        with self._lock(code):
            balance = self._balances.get(code, 0)
            balance += cents
            self._balances[code] = balance
            return balance

    def redeem(self, code, cents):
        with self._lock(code):
            balance = self._balances.get(code, 0)
            if balance < cents:
                return False
            left = balance - cents
            with self._journal_lock:
                self._balances[code] = left
                self._journal.append((code, cents, left))
            return True

    def balance(self, code):
        with self._lock(code):
            return self._balances.get(code, 0)

    def journal(self):
        with self._journal_lock:
            return list(self._journal)
