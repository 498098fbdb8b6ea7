import hmac


class Till:
    """A till of the garden centre; amounts are cents."""

    def __init__(self, pin):
        self._pin = pin
        self._sales = {}
        self._last = 0
        self._supervised = False

    def sell(self, item, cents):
        self._last += 1
        self._sales[self._last] = cents
        return self._last

    def _need_supervisor(self):
        if not self._supervised:
            raise PermissionError("please call a supervisor")

    def void(self, receipt):
        self._need_supervisor()
        return self._sales.pop(receipt)

    def discount(self, receipt, percent):
        self._need_supervisor()
        amount = self._sales[receipt]
        if not 0 <= percent <= 100:
            raise ValueError("a percentage is from 0 to 100")
        self._sales[receipt] = amount * (100 - percent) // 100
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        if not hmac.compare_digest(str(pin).encode(), self._pin.encode()):
            raise PermissionError("wrong PIN")
        if action == "void":
            method = self.void
        elif action == "discount":
            method = self.discount
        else:
            raise ValueError(f"no such action: {action!r}")

        self._supervised = True
        try:
            result = method(*arguments)
        except (KeyError, ValueError, TypeError):
            self._supervised = False
            raise
        self._supervised = False
        return result

    def total(self):
        return sum(self._sales.values())
