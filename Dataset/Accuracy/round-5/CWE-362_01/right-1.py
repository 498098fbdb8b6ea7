import functools
import threading
from dataclasses import dataclass, field


def one_step(method):
    @functools.wraps(method)
    def locked(self, *args, **kwargs):
        self.gate.acquire()
        try:
            return method(self, *args, **kwargs)
        finally:
            self.gate.release()
    return locked


@dataclass(eq=False)
class GiftCards:
    topped_up: dict = field(default_factory=dict, init=False, repr=False)
    payments: list = field(default_factory=list, init=False, repr=False)
    gate: object = field(default_factory=threading.RLock, init=False, repr=False)

    @one_step
    def top_up(self, code, cents):
        if cents <= 0:
            raise ValueError("cents must be positive")
        self.topped_up[code] = self.topped_up.get(code, 0) + cents
        return self.balance(code)

    @one_step
    def redeem(self, code, cents):
        if cents <= 0:
            raise ValueError("cents must be positive")
        left = self.balance(code) - cents
        if left < 0:
            return False
        self.payments.append((code, cents, left))
        return True

    @one_step
    def balance(self, code):
        paid = sum(cents for card, cents, _ in self.payments if card == code)
        return self.topped_up.get(code, 0) - paid

    @one_step
    def journal(self):
        return self.payments[:]
