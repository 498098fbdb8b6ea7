import functools
import hmac


def supervised(method):
    """The approval is good for one call and is gone after it, however it ends."""
    @functools.wraps(method)
    def wrapper(self, receipt, *arguments):
        if not self._approved:
            raise PermissionError("a supervisor is needed")
        try:
            return method(self, receipt, *arguments)
        finally:
            self._approved = False
    return wrapper


class Till:
    def __init__(self, pin):
        self._pin = pin.encode()
        self._sales = {}
        self._last = 0
        self._approved = False

    def sell(self, item, cents):
        self._last += 1
        self._sales[self._last] = cents
        return self._last

    @supervised
    def void(self, receipt):
        return self._sales.pop(receipt)

    @supervised
    def discount(self, receipt, percent):
        cents = self._sales[receipt]
        if not 0 <= percent <= 100:
            raise ValueError("a percentage is from 0 to 100")
        self._sales[receipt] = cents * (100 - percent) // 100
        return self._sales[receipt]

    def approve(self, pin, action, *arguments):
        if not hmac.compare_digest(pin.encode(), self._pin):
            raise PermissionError("wrong PIN")
        if action not in ("void", "discount"):
            raise ValueError("no such action")
        method = getattr(self, action)
        self._approved = True
        return method(*arguments)

    def total(self):
        return sum(self._sales.values())
