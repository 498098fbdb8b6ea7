import secrets
from contextlib import ExitStack
from contextvars import ContextVar

_present = ContextVar("supervisor present", default=None)


class Till:
    def __init__(self, pin):
        self._pin, self._rows = pin, []

    def sell(self, item, cents):
        self._rows.append(cents)
        return len(self._rows)

    def _amount(self, receipt):
        if _present.get() is not self:
            raise PermissionError("no supervisor")
        if type(receipt) is not int or not 1 <= receipt <= len(self._rows) or self._rows[receipt - 1] is None:
            raise KeyError(receipt)
        return self._rows[receipt - 1]

    def void(self, receipt):
        amount = self._amount(receipt)
        self._rows[receipt - 1] = None
        return amount

    def discount(self, receipt, percent):
        amount = self._amount(receipt)
        if type(percent) is not int or percent not in range(0, 101):
            raise ValueError("percentage")
        new, _ = divmod(amount * (100 - percent), 100)
        self._rows[receipt - 1] = new
        return new

    def approve(self, pin, action, *arguments):
        if not isinstance(pin, str) or not secrets.compare_digest(
                pin.encode("utf-16", "surrogatepass"), self._pin.encode("utf-16", "surrogatepass")):
            raise PermissionError("PIN")
        work = {"void": self.void, "discount": self.discount}[action]
        with ExitStack() as stack:
            stack.callback(_present.reset, _present.set(self))
            return work(*arguments)

    def total(self):
        return sum(amount for amount in self._rows if amount is not None)
