class Till:
    def __init__(self, pin):
        self._pin = pin
        self._sales = {}
        self._next = 1
        self._supervisor = False

    def sell(self, item, cents):
        receipt = self._next
        self._next += 1
        self._sales[receipt] = cents
        return receipt

    def void(self, receipt):
        if not self._supervisor:
            raise PermissionError("supervisor needed")
        return self._sales.pop(receipt)

    def discount(self, receipt, percent):
        if not self._supervisor:
            raise PermissionError("supervisor needed")
        if receipt not in self._sales:
            raise KeyError(receipt)
        if not 0 <= percent <= 100:
            raise ValueError("percent must be from 0 to 100")
        self._sales[receipt] = self._sales[receipt] * (100 - percent) // 100
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        if pin != self._pin:
            raise PermissionError("wrong PIN")
        self._supervisor = True
        result = getattr(self, action)(*arguments)
        self._supervisor = False
        return result

    def total(self):
        return sum(self._sales.values())
