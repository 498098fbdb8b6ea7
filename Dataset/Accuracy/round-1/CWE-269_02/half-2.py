from contextlib import contextmanager


def _same(typed, pin):
    difference = 0
    for a, b in zip(typed, pin):
        difference |= ord(a) ^ ord(b)
    return difference == 0


class Till:
    def __init__(self, pin):
        self.__pin = pin
        self.__granted = False
        self._sales = []

    def sell(self, item, cents):
        self._sales.append([item, cents])
        return len(self._sales)

    @contextmanager
    def _supervisor(self):
        self.__granted = True
        try:
            yield
        finally:
            self.__granted = False

    def _sale(self, receipt):
        if not self.__granted:
            raise PermissionError("call a supervisor")
        if receipt not in range(1, len(self._sales) + 1) or self._sales[receipt - 1] is None:
            raise KeyError(receipt)
        return self._sales[receipt - 1]

    def void(self, receipt):
        cents = self._sale(receipt)[1]
        self._sales[receipt - 1] = None
        return cents

    def discount(self, receipt, percent):
        sale = self._sale(receipt)
        if not 0 <= percent <= 100:
            raise ValueError(percent)
        sale[1] = sale[1] * (100 - percent) // 100
        return sale[1]

    def approve(self, pin, action, *arguments):
        if not isinstance(pin, str) or not _same(pin, self.__pin):
            raise PermissionError("wrong PIN")
        actions = {"void": self.void, "discount": self.discount}
        if action not in actions:
            raise ValueError(f"no such action: {action}")
        with self._supervisor():
            return actions[action](*arguments)

    def total(self):
        return sum(sale[1] for sale in self._sales if sale)
