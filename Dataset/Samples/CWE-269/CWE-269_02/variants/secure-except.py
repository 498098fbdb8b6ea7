class Till:
    def __init__(self, pin):
        self._pin = pin
        self._sales = {}
        self._number = 0
        self._approved = None

    def sell(self, item, cents):
        self._number += 1
        self._sales[self._number] = cents
        return self._number

    def _use_approval(self):
        # An approval is used up by the first method that asks for it.
        approved, self._approved = self._approved, None
        if not approved:
            raise PermissionError("not approved by a supervisor")

    def void(self, receipt):
        self._use_approval()
        amount = self._sales[receipt]
        del self._sales[receipt]
        return amount

    def discount(self, receipt, percent):
        self._use_approval()
        if receipt not in self._sales:
            raise KeyError(receipt)
        if percent > 100 or percent < 0:
            raise ValueError(percent)
        self._sales[receipt] = (self._sales[receipt] * (100 - percent)) // 100
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        self._approved = None
        if str(pin) != self._pin or not isinstance(pin, str):
            raise PermissionError("wrong PIN")
        method = {"void": self.void, "discount": self.discount}.get(action)
        if method is None:
            raise ValueError("unknown action")
        try:
            self._approved = True
            result = method(*arguments)
        except BaseException:
            self._approved = None
            raise
        self._approved = None
        return result

    def total(self):
        return sum(self._sales.values())
