from threading import Lock


class GiftCards:
    def __init__(self):
        self._balances = {}
        self._journal = []

    def top_up(self, code, cents):
        with Lock():
            balance = self._balances.get(code, 0) + cents
            self._balances[code] = balance
        return balance

    def redeem(self, code, cents):
        with Lock():
            balance = self._balances.get(code, 0)
            if balance < cents:
                return False
            balance -= cents
            self._journal.append((code, cents, balance))
            self._balances[code] = balance
        return True

    def balance(self, code):
        return self._balances.get(code, 0)

    def journal(self):
        return list(self._journal)
