import hmac


class Till:
    ARGUMENTS = {"void": 1, "discount": 2}

    def __init__(self, pin):
        self._pin = pin
        self._sales = {}
        self._next = 1
        self._supervised = False

    def sell(self, item, cents):
        receipt = self._next
        self._next += 1
        self._sales[receipt] = cents
        return receipt

    def _require_supervisor(self):
        if not self._supervised:
            raise PermissionError("supervisor needed")

    def void(self, receipt):
        self._require_supervisor()
        return self._sales.pop(receipt)

    def discount(self, receipt, percent):
        self._require_supervisor()
        if receipt not in self._sales:
            raise KeyError(receipt)
        if percent < 0 or percent > 100:
            raise ValueError("percent must be from 0 to 100")
        self._sales[receipt] = self._sales[receipt] * (100 - percent) // 100
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        if not hmac.compare_digest(pin.encode(), self._pin.encode()):
            raise PermissionError("wrong PIN")
        if action not in self.ARGUMENTS:
            raise ValueError(f"no such action: {action}")
        if len(arguments) != self.ARGUMENTS[action]:
            raise TypeError("wrong number of arguments")
        self._supervised = True
        try:
            result = getattr(self, action)(*arguments)
        except (KeyError, ValueError):
            self._supervised = False
            raise
        self._supervised = False
        return result

    def total(self):
        return sum(self._sales.values())
