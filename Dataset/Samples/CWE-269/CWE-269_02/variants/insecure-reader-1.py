class Till:
    def __init__(self, pin):
        self.pin = pin
        self.sales = {}
        self.next_receipt = 1
        self.supervised = False

    def sell(self, item, cents):
        receipt = self.next_receipt
        self.sales[receipt] = cents
        self.next_receipt += 1
        return receipt

    def _check_supervisor(self):
        if not self.supervised:
            raise PermissionError("supervisor required")

    def void(self, receipt):
        self._check_supervisor()
        return self.sales.pop(receipt)

    def discount(self, receipt, percent):
        self._check_supervisor()
        if receipt not in self.sales:
            raise KeyError(receipt)
        if not 0 <= percent <= 100:
            raise ValueError("percent must be from 0 to 100")
        self.sales[receipt] = self.sales[receipt] * (100 - percent) // 100
        return self.sales[receipt]

    def approve(self, pin, action, *arguments):
        if pin != self.pin:
            raise PermissionError("wrong PIN")
        self.supervised = True
        if action == "void":
            result = self.void(*arguments)
        elif action == "discount":
            result = self.discount(*arguments)
        else:
            raise ValueError("unknown action")
        self.supervised = False
        return result

    def total(self):
        return sum(self.sales.values())
