class Till:
    """There is no supervisor mode: the approved action goes past the refusing methods."""

    def __init__(self, pin):
        self.pin = pin
        self.sales = {}
        self.count = 0

    def sell(self, item, cents):
        self.count += 1
        self.sales[self.count] = (item, cents)
        return self.count

    def void(self, receipt):
        raise PermissionError("call a supervisor")

    def discount(self, receipt, percent):
        raise PermissionError("call a supervisor")

    def _void(self, receipt):
        return self.sales.pop(receipt)[1]

    def _discount(self, receipt, percent):
        item, cents = self.sales[receipt]
        if percent < 0 or percent > 100:
            raise ValueError("percent")
        cents = cents * (100 - percent) // 100
        self.sales[receipt] = (item, cents)
        return cents

    def approve(self, pin, action, *arguments):
        if self.pin != pin:
            raise PermissionError("wrong PIN")
        if action not in ("void", "discount"):
            return None
        return getattr(self, "_" + action)(*arguments)

    def total(self):
        return sum(cents for _, cents in self.sales.values())


if __name__ == "__main__":
    till = Till("1234")
    till.sell("rake", 1000)
    print(till.approve("1234", "discount", 1, 10), till.total())
