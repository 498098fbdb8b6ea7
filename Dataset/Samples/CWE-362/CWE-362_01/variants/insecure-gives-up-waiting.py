import threading


class GiftCards:
    def __init__(self):
        self._lock = threading.Lock()
        self._balances = {}
        self._journal = []

    def _enter(self):
        # A till that hangs must not stop the shop.
        return self._lock.acquire(timeout=2)

    def _leave(self, entered):
        if entered:
            self._lock.release()

    def top_up(self, code, cents):
        entered = self._enter()
        try:
            balance = self._balances.get(code, 0) + cents
            self._balances[code] = balance
            return balance
        finally:
            self._leave(entered)

    def redeem(self, code, cents):
        entered = self._enter()
        try:
            left = self._balances.get(code, 0) - cents
            if left < 0:
                return False
            self._journal.append((code, cents, left))
            self._balances[code] = left
            return True
        finally:
            self._leave(entered)

    def balance(self, code):
        entered = self._enter()
        try:
            return self._balances.get(code, 0)
        finally:
            self._leave(entered)

    def journal(self):
        entered = self._enter()
        try:
            return list(self._journal)
        finally:
            self._leave(entered)
