import hashlib
import hmac
import secrets
from dataclasses import dataclass


@dataclass
class _Sale:
    item: str
    cents: int


class _Book:
    """What only a supervisor does; the till's public methods never come here by themselves."""

    def __init__(self, sales):
        self.sales = sales

    def void(self, receipt):
        return self.sales.pop(receipt).cents

    def discount(self, receipt, percent):
        sale = self.sales[receipt]
        if not isinstance(percent, int) or not 0 <= percent <= 100:
            raise ValueError("percent is an int from 0 to 100")
        sale.cents = sale.cents * (100 - percent) // 100
        return sale.cents


class Till:
    def __init__(self, pin):
        self._salt = secrets.token_bytes(16)
        self._digest = self._hash(pin)
        self._sales = {}
        self._last = 0

    def _hash(self, pin):
        return hashlib.blake2b(pin.encode("utf-8", "surrogatepass"), key=self._salt).digest()

    def sell(self, item, cents):
        self._last += 1
        self._sales[self._last] = _Sale(item, cents)
        return self._last

    def void(self, receipt):
        raise PermissionError("void needs a supervisor")

    def discount(self, receipt, percent):
        raise PermissionError("discount needs a supervisor")

    def approve(self, pin, action, *arguments):
        if not (isinstance(pin, str) and hmac.compare_digest(self._hash(pin), self._digest)):
            raise PermissionError("wrong PIN")
        match action:
            case "void":
                return _Book(self._sales).void(*arguments)
            case "discount":
                return _Book(self._sales).discount(*arguments)
        raise ValueError("a supervisor only voids or gives a discount")

    def total(self):
        return sum(sale.cents for sale in self._sales.values())
