import hashlib
import hmac
import os


class Till:
    def __init__(self, pin):
        self.sales = {}
        self.receipts = 0
        self._supervisor = False
        self._set_pin(pin)

    def _set_pin(self, pin):
        self._salt = os.urandom(16)
        self._digest = self._hash(pin)

    def _hash(self, pin):
        return hashlib.pbkdf2_hmac("sha256", pin.encode(), self._salt, 20_000)

    def sell(self, item, cents):
        self.receipts += 1
        self.sales[self.receipts] = cents
        return self.receipts

    def void(self, receipt):
        self._need_supervisor()
        return self.sales.pop(receipt)

    def discount(self, receipt, percent):
        self._need_supervisor()
        if receipt not in self.sales:
            raise KeyError(receipt)
        if not 0 <= percent <= 100:
            raise ValueError(percent)
        self.sales[receipt] = self.sales[receipt] * (100 - percent) // 100
        return self.sales[receipt]

    def total(self):
        return sum(self.sales.values())

    def approve(self, pin, action, *arguments):
        if not hmac.compare_digest(self._hash(pin), self._digest):
            raise PermissionError("wrong PIN")
        if action.startswith("__") or action in ("approve", "sell", "total"):
            raise ValueError(f"not a supervisor's action: {action}")
        method = getattr(self, action)
        self._supervisor = True
        try:
            return method(*arguments)
        finally:
            self._supervisor = False

    def _need_supervisor(self):
        if not self._supervisor:
            raise PermissionError("a supervisor has to approve this")
