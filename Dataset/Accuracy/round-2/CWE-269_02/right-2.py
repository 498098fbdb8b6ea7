import logging
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from secrets import compare_digest

log = logging.getLogger("till")


@dataclass
class Sale:
    item: str
    cents: int
    voided: bool = False


@dataclass
class Till:
    pin: str = field(repr=False)
    sales: list = field(default_factory=list, init=False)
    supervisor: ContextVar = field(default_factory=lambda: ContextVar("supervisor", default=False), init=False, repr=False)

    def sell(self, item, cents):
        self.sales.append(Sale(item, cents))
        return len(self.sales)

    def _need_supervisor(self):
        if not self.supervisor.get():
            raise PermissionError("not without a supervisor")

    def _sale(self, receipt):
        if type(receipt) is not int or not 0 < receipt <= len(self.sales) or self.sales[receipt - 1].voided:
            raise KeyError(receipt)
        return self.sales[receipt - 1]

    def void(self, receipt):
        self._need_supervisor()
        sale = self._sale(receipt)
        sale.voided = True
        return sale.cents

    def discount(self, receipt, percent):
        self._need_supervisor()
        sale = self._sale(receipt)
        if type(percent) is not int or not 0 <= percent <= 100:
            raise ValueError(percent)
        sale.cents = sale.cents * (100 - percent) // 100
        return sale.cents

    @contextmanager
    def _supervised(self):
        token = self.supervisor.set(True)
        try:
            yield
        except BaseException as error:
            log.warning("the action failed: %r", error)
            raise
        finally:
            self.supervisor.reset(token)

    def approve(self, pin, action, *arguments):
        if type(pin) is not str or not compare_digest(pin.encode("utf-16", "surrogatepass"),
                                                      self.pin.encode("utf-16", "surrogatepass")):
            raise PermissionError("wrong PIN")
        match action:
            case "void":
                method = self.void
            case "discount":
                method = self.discount
            case _:
                raise LookupError(f"no such action: {action!r}")
        with self._supervised():
            return method(*arguments)

    def total(self):
        return sum(sale.cents for sale in self.sales if not sale.voided)
