import hmac


class Till:
    """The till has no state "supervised" that could be left on by accident:
    only approve() reaches the two inner actions."""

    def __init__(self, pin):
        self.__pin = pin
        self.__sales = {}
        self.__last = 0

    def sell(self, item, cents):
        self.__last += 1
        self.__sales[self.__last] = cents
        return self.__last

    def void(self, receipt):
        raise PermissionError("a supervisor has to approve this")

    def discount(self, receipt, percent):
        raise PermissionError("a supervisor has to approve this")

    def __do_void(self, receipt):
        return self.__sales.pop(receipt)

    def __do_discount(self, receipt, percent):
        cents = self.__sales[receipt]
        if type(percent) is not int or not 0 <= percent <= 100:
            raise ValueError("percent must be from 0 to 100")
        self.__sales[receipt] = cents * (100 - percent) // 100
        return self.__sales[receipt]

    def approve(self, pin, action, *arguments):
        if not isinstance(pin, str) or not hmac.compare_digest(
            pin.encode("utf-8", "surrogatepass"), self.__pin.encode("utf-8", "surrogatepass")
        ):
            raise PermissionError("wrong PIN")
        if action == "void":
            return self.__do_void(*arguments)
        if action == "discount":
            return self.__do_discount(*arguments)
        raise ValueError("no such action")

    def total(self):
        return sum(self.__sales.values())
