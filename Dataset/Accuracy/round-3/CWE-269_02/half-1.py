import hmac


class Till:
    """Every approval is good for one action and is used up by it."""

    ACTIONS = ("void", "discount")

    def __init__(self, pin):
        self._pin = pin
        self._sales = {}
        self._next = 1
        self._approved = None

    def sell(self, item, cents):
        number = self._next
        self._next += 1
        self._sales[number] = [item, cents]
        return number

    def _use_approval(self, action):
        approved, self._approved = self._approved, None
        if approved != action:
            raise PermissionError("a supervisor is needed")

    def void(self, receipt):
        self._use_approval("void")
        if receipt not in self._sales:
            raise KeyError(receipt)
        return self._sales.pop(receipt)[1]

    def discount(self, receipt, percent):
        self._use_approval("discount")
        if receipt not in self._sales:
            raise KeyError(receipt)
        if not isinstance(percent, int) or not 0 <= percent <= 100:
            raise ValueError("percent must be from 0 to 100")
        sale = self._sales[receipt]
        sale[1] = sale[1] * (100 - percent) // 100
        return sale[1]

    def approve(self, pin, action, *arguments):
        if not hmac.compare_digest(str(pin).encode(), self._pin.encode()):
            raise PermissionError("wrong PIN")
        if action not in self.ACTIONS:
            raise ValueError("no such action")
        self._approved = action
        return getattr(self, action)(*arguments)

    def total(self):
        return sum(cents for _, cents in self._sales.values())
