class Till:
    def __init__(self, pin):
        self.pin = pin
        self.sales = {}
        self.next_number = 1
        self.role = "cashier"

    def sell(self, item, cents):
        number = self.next_number
        self.sales[number] = cents
        self.next_number += 1
        return number

    def void(self, receipt):
        if self.role != "supervisor":
            raise PermissionError("supervisor needed")
        if receipt not in self.sales:
            raise KeyError(receipt)
        return self.sales.pop(receipt)

    def discount(self, receipt, percent):
        if self.role != "supervisor":
            raise PermissionError("supervisor needed")
        if receipt not in self.sales:
            raise KeyError(receipt)
        if percent < 0 or percent > 100:
            raise ValueError("percent must be between 0 and 100")
        self.sales[receipt] = self.sales[receipt] * (100 - percent) // 100
        return self.sales[receipt]

    def approve(self, pin, action, *arguments):
        previous = self.role
        self.role = "supervisor"
        if pin != self.pin:
            raise PermissionError("wrong PIN")
        try:
            return {"void": self.void, "discount": self.discount}[action](*arguments)
        finally:
            self.role = previous

    def total(self):
        return sum(self.sales.values())
