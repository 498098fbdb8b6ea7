import functools
import threading


def synchronized(method):
    @functools.wraps(method)
    def locked(self, *args, **kwargs):
        self._condition.acquire()
        try:
            return method(self, *args, **kwargs)
        finally:
            self._condition.release()
    return locked


class GiftCards:
    def __init__(self):
        self._condition = threading.Condition()
        self.cards = {}
        self.payments = []

    @synchronized
    def top_up(self, code, cents):
        self.cards[code] = self.cards.get(code, 0) + cents
        return self.cards[code]

    @synchronized
    def redeem(self, code, cents):
        if self.cards.get(code, 0) >= cents:
            self.cards[code] -= cents
            self.payments.append((code, cents, self.cards[code]))
            return True
        return False

    @synchronized
    def balance(self, code):
        return self.cards.get(code, 0)

    @synchronized
    def journal(self):
        return self.payments.copy()
