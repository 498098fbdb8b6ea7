class Till:
    """A till of the garden centre; amounts are cents."""

    ACTIONS = {"void", "discount"}

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
        self._check_supervisor()
        return self._sales.pop(receipt)

    def discount(self, receipt, percent):
        self._check_supervisor()
        amount = self._sales[receipt]
        if not 0 <= percent <= 100:
            raise ValueError("a percentage is from 0 to 100")
        self._sales[receipt] = amount * (100 - percent) // 100
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        self._log_in(pin)
        if action not in self.ACTIONS:
            self._log_out()
            raise ValueError("a supervisor approves void and discount only")
        try:
            return getattr(self, action)(*arguments)
        finally:
            self._log_out()

    def total(self):
        return sum(self._sales.values())

    def _log_in(self, pin):
        if pin != self._pin:
            raise PermissionError("wrong PIN")
        self._supervisor = True

    def _log_out(self):
        self._supervisor = False

    def _check_supervisor(self):
        if not self._supervisor:
            raise PermissionError("please call a supervisor")
