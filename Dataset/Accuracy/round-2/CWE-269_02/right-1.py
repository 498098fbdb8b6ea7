from enum import Enum
from hmac import compare_digest
from itertools import count


def _void(sales, receipt):
    return sales.pop(receipt)


def _discount(sales, receipt, percent):
    amount = sales[receipt]
    if not isinstance(percent, int) or percent not in range(101):
        raise ValueError(f"not a percentage: {percent!r}")
    sales[receipt] = amount * (100 - percent) // 100
    return sales[receipt]


class Action(Enum):
    VOID = "void"
    DISCOUNT = "discount"


class Till:
    """There is no state with a supervisor's rights: the rights are a way through the code."""

    def __init__(self, pin):
        numbers, sales = count(1), {}
        work = {Action.VOID: _void, Action.DISCOUNT: _discount}

        def sell(item, cents):
            number = next(numbers)
            sales[number] = cents
            return number

        def approve(pin_typed, action, *arguments):
            if not isinstance(pin_typed, str) or not compare_digest(pin_typed.encode("utf-8", "surrogatepass"),
                                                                    pin.encode("utf-8", "surrogatepass")):
                raise PermissionError("wrong PIN")
            return work[Action(action)](sales, *arguments)

        self.sell, self.approve = sell, approve
        self.total = lambda: sum(sales.values())

    def void(self, receipt):
        raise PermissionError("void: call a supervisor")

    def discount(self, receipt, percent):
        raise PermissionError("discount: call a supervisor")
