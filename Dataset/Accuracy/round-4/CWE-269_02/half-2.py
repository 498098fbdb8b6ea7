from contextlib import contextmanager


def same(given, secret):
    difference = 0
    for a, b in zip(given, secret):
        difference |= ord(a) ^ ord(b)
    return difference == 0


class Till:
    def __init__(self, pin):
        self._pin = pin
        self._amounts = {}
        self._receipts = 0
        self._rights = False

    @contextmanager
    def _supervisor(self):
        self._rights = True
        try:
            yield
        finally:
            self._rights = False

    def _check(self, receipt):
        if not self._rights:
            raise PermissionError("call a supervisor")
        if receipt not in self._amounts:
            raise KeyError(receipt)

    def sell(self, item, cents):
        self._receipts += 1
        self._amounts[self._receipts] = cents
        return self._receipts

    def void(self, receipt):
        self._check(receipt)
        return self._amounts.pop(receipt)

    def discount(self, receipt, percent):
        self._check(receipt)
        if percent not in range(101):
            raise ValueError("not a percentage")
        self._amounts[receipt] = self._amounts[receipt] * (100 - percent) // 100
        return self._amounts[receipt]

    def approve(self, pin, action, *arguments):
        if not isinstance(pin, str) or not same(pin, self._pin):
            raise PermissionError("wrong PIN")
        if action == "void":
            method = self.void
        elif action == "discount":
            method = self.discount
        else:
            raise ValueError("no such action")
        with self._supervisor():
            return method(*arguments)

    def total(self):
        return sum(self._amounts.values())
