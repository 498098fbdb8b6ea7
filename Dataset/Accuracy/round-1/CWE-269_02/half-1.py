import hmac
import inspect


class Till:
    def __init__(self, pin):
        self._pin = pin.encode()
        self._sales = {}
        self._next = 1
        self._supervisor = False

    def sell(self, item, cents):
        receipt = self._next
        self._next += 1
        self._sales[receipt] = (item, cents)
        return receipt

    def _need_supervisor(self):
        if not self._supervisor:
            raise PermissionError("a supervisor is needed")

    def void(self, receipt):
        self._need_supervisor()
        return self._sales.pop(receipt)[1]

    def discount(self, receipt, percent):
        self._need_supervisor()
        item, cents = self._sales[receipt]
        if not 0 <= percent <= 100:
            raise ValueError("percent must be from 0 to 100")
        cents = cents * (100 - percent) // 100
        self._sales[receipt] = (item, cents)
        return cents

    def approve(self, pin, action, *arguments):
        if not isinstance(pin, str) or not hmac.compare_digest(pin.encode(), self._pin):
            raise PermissionError("wrong PIN")
        if action not in ("void", "discount"):
            raise ValueError("no such action")
        method = getattr(self, action)
        inspect.signature(method).bind(*arguments)
        self._supervisor = True
        try:
            result = method(*arguments)
        except (KeyError, ValueError):
            self._supervisor = False
            raise
        self._supervisor = False
        return result

    def total(self):
        return sum(cents for _, cents in self._sales.values())
