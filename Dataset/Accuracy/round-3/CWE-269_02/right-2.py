import secrets
from contextlib import ExitStack
from contextvars import ContextVar


class Till:
    def __init__(self, pin):
        self._pin = pin.encode("utf-8", "surrogatepass")
        self._role = ContextVar("role", default="cashier")
        self._sales = {}
        self._last = 0

    def sell(self, item, cents):
        self._last += 1
        self._sales[self._last] = cents
        return self._last

    def _demand_supervisor(self):
        if self._role.get() != "supervisor":
            raise PermissionError("only with a supervisor")

    def void(self, receipt):
        self._demand_supervisor()
        return self._sales.pop(receipt)

    def discount(self, receipt, percent):
        self._demand_supervisor()
        before = self._sales[receipt]
        if percent not in range(101):
            raise ValueError("percent")
        self._sales[receipt], _ = divmod(before * (100 - int(percent)), 100)
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        typed = pin.encode("utf-8", "surrogatepass") if isinstance(pin, str) else b""
        if not (isinstance(pin, str) and secrets.compare_digest(typed, self._pin)):
            raise PermissionError("wrong PIN")
        table = {"void": self.void, "discount": self.discount}
        work = table[action]
        with ExitStack() as stack:
            stack.callback(self._role.reset, self._role.set("supervisor"))
            return work(*arguments)

    def total(self):
        return sum(self._sales.values())
