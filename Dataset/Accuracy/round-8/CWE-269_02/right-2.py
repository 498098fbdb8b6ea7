import hashlib
import hmac
import itertools
import os
from types import MappingProxyType


class Till:
    """There is no state "a supervisor is here" that could be left behind.

    The public `void` and `discount` always refuse; `approve` reaches the two
    actions themselves, which nobody else can.
    """

    def __init__(self, pin):
        salt = os.urandom(16)
        digest = lambda text: hashlib.scrypt(text.encode("utf-8", "surrogatepass"), salt=salt, n=2**10, r=8, p=1)
        expected = digest(pin)
        sales = {}
        numbers = itertools.count(1)

        def void(receipt):
            return sales.pop(receipt)

        def discount(receipt, percent):
            if percent < 0 or percent > 100:
                raise ValueError("a percentage is from 0 to 100")
            before = sales[receipt]
            sales[receipt] = after = (before * (100 - percent)) // 100
            return after

        def approve(pin, action, *arguments):
            if not isinstance(pin, str) or not hmac.compare_digest(digest(pin), expected):
                raise PermissionError("wrong PIN")
            try:
                perform = actions[action]
            except (KeyError, TypeError):
                raise LookupError("supervisors void and discount, nothing else") from None
            return perform(*arguments)

        def sell(item, cents):
            number = next(numbers)
            sales[number] = cents
            return number

        actions = MappingProxyType({"void": void, "discount": discount})
        self.approve, self.sell = approve, sell
        self.total = lambda: sum(sales.values())

    def void(self, receipt):
        raise PermissionError("please call a supervisor")

    def discount(self, receipt, percent):
        raise PermissionError("please call a supervisor")
