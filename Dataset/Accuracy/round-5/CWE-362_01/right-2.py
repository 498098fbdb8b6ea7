import threading
from types import MappingProxyType
from typing import NamedTuple


class State(NamedTuple):
    balances: MappingProxyType
    payments: tuple

    def paid(self, code, cents):
        left = self.balances.get(code, 0) - cents
        if left < 0:
            return self
        return State(MappingProxyType({**self.balances, code: left}),
                     self.payments + ((code, cents, left),))

    def loaded(self, code, cents):
        return self._replace(balances=MappingProxyType(
            {**self.balances, code: self.balances.get(code, 0) + cents}))


class GiftCards:
    """Writers take turns; each replaces the whole immutable state with one assignment."""

    __slots__ = ("_state", "_turn")

    def __init__(self):
        self._turn = threading.Semaphore(1)
        self._state = State(MappingProxyType({}), ())

    def _change(self, transition):
        with self._turn:
            old = self._state
            new = transition(old)
            self._state = new
        return old, new

    def top_up(self, code, cents):
        _, new = self._change(lambda state: state.loaded(code, cents))
        return new.balances[code]

    def redeem(self, code, cents):
        old, new = self._change(lambda state: state.paid(code, cents))
        return new is not old

    def balance(self, code):
        return self._state.balances.get(code, 0)

    def journal(self):
        return list(self._state.payments)
