class Till:
    def __init__(self, pin):
        self._pin = pin
        self._sales = {}
        self._count = 0
        self._supervised = False

    def sell(self, item, cents):
        self._count += 1
        self._sales[self._count] = cents
        return self._count

    def _check_supervised(self):
        if not self._supervised:
            raise PermissionError("a supervisor is needed")

    def void(self, receipt):
        self._check_supervised()
        return self._sales.pop(receipt)

    def discount(self, receipt, percent):
        self._check_supervised()
        if not 0 <= percent <= 100:
            raise ValueError("percent is from 0 to 100")
        self._sales[receipt] = self._sales[receipt] * (100 - percent) // 100
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        if pin != self._pin:
            raise PermissionError("wrong PIN")
        if action not in ("void", "discount"):
            raise ValueError("no such action")
        self._supervised = True
        try:
            if action == "void":
                return self.void(*arguments)
            return self.discount(*arguments)
        finally:
            self._supervised = False

    def total(self):
        return sum(self._sales.values())
