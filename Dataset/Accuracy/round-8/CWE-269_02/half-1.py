import hmac


class Till:
    ACTIONS = ("void", "discount")

    def __init__(self, pin):
        self._pin = pin.encode()
        self._sales = {}
        self._last = 0
        self._granted = None

    def _use_right(self, action):
        """A right is good for one action; it is used up whatever comes of that."""
        granted, self._granted = self._granted, None
        if granted != action:
            raise PermissionError("please call a supervisor")

    def sell(self, item, cents):
        self._last += 1
        self._sales[self._last] = cents
        return self._last

    def void(self, receipt):
        self._use_right("void")
        return self._sales.pop(receipt)

    def discount(self, receipt, percent):
        self._use_right("discount")
        if not 0 <= percent <= 100:
            raise ValueError("the percentage is from 0 to 100")
        self._sales[receipt] = self._sales[receipt] * (100 - percent) // 100
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        if not hmac.compare_digest(pin.encode(), self._pin):
            raise PermissionError("wrong PIN")
        if action not in self.ACTIONS:
            raise ValueError(f"no such action: {action}")
        self._granted = action
        return getattr(self, action)(*arguments)

    def total(self):
        return sum(self._sales.values())
