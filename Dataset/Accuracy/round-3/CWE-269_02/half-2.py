import functools
from contextlib import contextmanager


def supervised(method):
    @functools.wraps(method)
    def guarded(self, *arguments):
        if not self._supervisor:
            raise PermissionError("a supervisor is needed")
        return method(self, *arguments)
    return guarded


class Till:
    def __init__(self, pin):
        self._pin = pin
        self._supervisor = False
        self._sales = []

    def sell(self, item, cents):
        self._sales.append({"item": item, "cents": cents})
        return len(self._sales)

    def _sale(self, receipt):
        if not 1 <= receipt <= len(self._sales) or self._sales[receipt - 1] is None:
            raise KeyError(receipt)
        return self._sales[receipt - 1]

    @supervised
    def void(self, receipt):
        cents = self._sale(receipt)["cents"]
        self._sales[receipt - 1] = None
        return cents

    @supervised
    def discount(self, receipt, percent):
        sale = self._sale(receipt)
        if not 0 <= percent <= 100:
            raise ValueError("percent must be from 0 to 100")
        sale["cents"] = sale["cents"] * (100 - percent) // 100
        return sale["cents"]

    def _pin_is_right(self, pin):
        difference = 0
        for typed, right in zip(pin, self._pin):
            difference |= ord(typed) ^ ord(right)
        return difference == 0

    @contextmanager
    def _rights(self):
        self._supervisor = True
        try:
            yield
        finally:
            self._supervisor = False

    def approve(self, pin, action, *arguments):
        if not self._pin_is_right(pin):
            raise PermissionError("wrong PIN")
        if action not in ("void", "discount"):
            raise ValueError("no such action")
        with self._rights():
            return getattr(self, action)(*arguments)

    def total(self):
        return sum(sale["cents"] for sale in self._sales if sale)
