import hmac


class Till:
    """There is no state "supervisor is here" that could be left switched on:
    the public methods always refuse, and approve() calls the private ones."""

    def __init__(self, pin):
        self.__pin = pin.encode("utf-8")
        self.__sales = {}
        self.__count = 0

    def sell(self, item, cents):
        self.__count += 1
        self.__sales[self.__count] = (item, cents)
        return self.__count

    def total(self):
        return sum(cents for _, cents in self.__sales.values())

    def void(self, receipt):
        raise PermissionError("a supervisor must approve this")

    def discount(self, receipt, percent):
        raise PermissionError("a supervisor must approve this")

    def approve(self, pin, action, *arguments):
        if not isinstance(pin, str) or not hmac.compare_digest(
            pin.encode("utf-8", "surrogatepass"), self.__pin
        ):
            raise PermissionError("wrong PIN")
        if action == "void":
            return self.__void(*arguments)
        if action == "discount":
            return self.__discount(*arguments)
        raise ValueError(f"no such action: {action!r}")

    def __void(self, receipt):
        _, cents = self.__sales.pop(receipt)
        return cents

    def __discount(self, receipt, percent):
        item, cents = self.__sales[receipt]
        if type(percent) is not int or not 0 <= percent <= 100:
            raise ValueError("percent must be a whole number from 0 to 100")
        cents = cents * (100 - percent) // 100
        self.__sales[receipt] = (item, cents)
        return cents
