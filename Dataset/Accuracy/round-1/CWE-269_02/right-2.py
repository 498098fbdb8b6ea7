from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from hmac import compare_digest


def supervised(method):
    @wraps(method)
    def guarded(self, *arguments):
        if self._present.get() is not method:
            raise PermissionError(f"{method.__name__} without a supervisor")
        self._present.set(None)
        return method(self, *arguments)
    guarded.inner = method
    return guarded


class Till:
    def __init__(self, pin):
        self._is_pin = lambda typed, right=pin.encode(): compare_digest(str(typed).encode("utf-8", "replace"), right)
        self._present = ContextVar("present", default=None)
        self._amounts = []

    @contextmanager
    def _supervisor(self, method):
        token = self._present.set(method.inner)
        try:
            yield
        finally:
            self._present.reset(token)

    def sell(self, item, cents):
        self._amounts.append(cents)
        return len(self._amounts)

    def _index(self, receipt):
        if type(receipt) is not int or not 1 <= receipt <= len(self._amounts) or self._amounts[receipt - 1] is None:
            raise KeyError(receipt)
        return receipt - 1

    @supervised
    def void(self, receipt):
        index = self._index(receipt)
        amount, self._amounts[index] = self._amounts[index], None
        return amount

    @supervised
    def discount(self, receipt, percent):
        index = self._index(receipt)
        if type(percent) is not int or percent not in range(101):
            raise ValueError(f"{percent!r} is no percentage")
        self._amounts[index] -= -(-self._amounts[index] * percent // 100)
        return self._amounts[index]

    def approve(self, pin, action, *arguments):
        if not isinstance(pin, str) or not self._is_pin(pin):
            raise PermissionError("wrong PIN")
        if action == "void":
            method = Till.void
        elif action == "discount":
            method = Till.discount
        else:
            raise LookupError(f"no action {action!r}")
        with self._supervisor(method):
            return method(self, *arguments)

    def total(self):
        return sum(filter(None, self._amounts))
