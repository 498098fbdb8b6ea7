import threading


class GiftCards:
    def __init__(self):
        self._top_up_lock = threading.Lock()
        self._redeem_lock = threading.Lock()
        self._balances = {}
        self._journal = []

    def top_up(self, code, cents):
        with self._top_up_lock:
            balance = self.balance(code)
            self._balances[code] = balance + cents
            return self._balances[code]

    def redeem(self, code, cents):
        with self._redeem_lock:
            balance = self.balance(code)
            if balance < cents:
                return False
            self._balances[code] = balance - cents
            self._journal.append((code, cents, balance - cents))
            return True

    def balance(self, code):
        return self._balances.get(code, 0)

    def journal(self):
        return self._journal[:]
