import hmac
from contextlib import contextmanager


class Till:
    def __init__(self, pin: str) -> None:
        self.__pin = pin
        self._amounts: list[int | None] = []
        self._role = "cashier"

    @contextmanager
    def _as_supervisor(self, pin: str):
        if not isinstance(pin, str) or not hmac.compare_digest(pin.encode(), self.__pin.encode()):
            raise PermissionError("PIN")
        before, self._role = self._role, "supervisor"
        try:
            yield
        finally:
            self._role = before

    def sell(self, item: str, cents: int) -> int:
        self._amounts.append(cents)
        return len(self._amounts)

    def _amount(self, receipt: int) -> int:
        if self._role != "supervisor":
            raise PermissionError(f"a {self._role} may not do this")
        if receipt < 1 or receipt > len(self._amounts) or self._amounts[receipt - 1] is None:
            raise KeyError(receipt)
        return self._amounts[receipt - 1]

    def void(self, receipt: int) -> int:
        amount = self._amount(receipt)
        self._amounts[receipt - 1] = None
        return amount

    def discount(self, receipt: int, percent: int) -> int:
        amount = self._amount(receipt)
        if percent not in range(101):
            raise ValueError(percent)
        self._amounts[receipt - 1] = amount - -(-amount * percent // 100)
        return self._amounts[receipt - 1]

    def approve(self, pin: str, action: str, *arguments):
        with self._as_supervisor(pin):
            if action == "void":
                return self.void(*arguments)
            if action == "discount":
                return self.discount(*arguments)
            raise ValueError(f"no such action: {action}")

    def total(self) -> int:
        return sum(amount for amount in self._amounts if amount is not None)
