from contextlib import contextmanager


def _same(left, right):
    """Compares in a time that does not tell where the two differ."""
    difference = 0
    for a, b in zip(left, right):
        difference |= ord(a) ^ ord(b)
    return difference == 0


class Till:
    def __init__(self, pin):
        self.__pin = pin
        self.__sales = []
        self.__supervised = False

    @contextmanager
    def __supervisor(self, pin):
        if not _same(pin, self.__pin):
            raise PermissionError("wrong PIN")
        self.__supervised = True
        try:
            yield
        finally:
            self.__supervised = False

    def __require_supervisor(self):
        if not self.__supervised:
            raise PermissionError("only with a supervisor")

    def __amount(self, receipt):
        if not 1 <= receipt <= len(self.__sales) or self.__sales[receipt - 1] is None:
            raise KeyError(receipt)
        return self.__sales[receipt - 1]

    def sell(self, item, cents):
        self.__sales.append(cents)
        return len(self.__sales)

    def void(self, receipt):
        self.__require_supervisor()
        amount = self.__amount(receipt)
        self.__sales[receipt - 1] = None
        return amount

    def discount(self, receipt, percent):
        self.__require_supervisor()
        if percent not in range(101):
            raise ValueError("percent must be from 0 to 100")
        amount = self.__amount(receipt) * (100 - percent) // 100
        self.__sales[receipt - 1] = amount
        return amount

    def approve(self, pin, action, *arguments):
        with self.__supervisor(pin):
            if action == "void":
                return self.void(*arguments)
            if action == "discount":
                return self.discount(*arguments)
            raise ValueError(f"no such action: {action!r}")

    def total(self):
        return sum(amount for amount in self.__sales if amount is not None)
