import hmac
from functools import wraps


def supervised(method):
    @wraps(method)
    def guard(self, *arguments):
        raise PermissionError(f"{method.__name__} needs a supervisor")
    guard.action = method
    return guard


class Till:
    def __init__(self, pin):
        self.__pin = pin.encode("utf-8", "surrogatepass")
        self.__sales = {}
        self.__printed = 0

    def sell(self, item, cents):
        self.__printed += 1
        self.__sales[self.__printed] = cents
        return self.__printed

    @supervised
    def void(self, receipt):
        return self.__sales.pop(receipt)

    @supervised
    def discount(self, receipt, percent):
        amount = self.__sales[receipt]
        if not isinstance(percent, int) or not 0 <= percent <= 100:
            raise ValueError(percent)
        self.__sales[receipt] = amount * (100 - percent) // 100
        return self.__sales[receipt]

    def approve(self, pin, action, *arguments):
        if not (isinstance(pin, str) and hmac.compare_digest(pin.encode("utf-8", "surrogatepass"), self.__pin)):
            raise PermissionError("wrong PIN")
        match action:
            case "void":
                return Till.void.action(self, *arguments)
            case "discount":
                return Till.discount.action(self, *arguments)
        raise LookupError(f"no action {action!r}")

    def total(self):
        return sum(self.__sales.values())
