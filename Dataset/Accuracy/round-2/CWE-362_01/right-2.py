from contextlib import contextmanager
from queue import SimpleQueue
from types import MappingProxyType
from typing import NamedTuple


class State(NamedTuple):
    cards: MappingProxyType = MappingProxyType({})
    payments: tuple = ()

    def with_card(self, code, cents):
        return self._replace(cards=MappingProxyType({**self.cards, code: cents}))


class GiftCards:
    """The state travels in a queue of one place; who has taken it is alone."""

    def __init__(self):
        self._desk = SimpleQueue()
        self._desk.put(State())

    @contextmanager
    def _alone(self):
        state = self._desk.get()
        box = [state]
        try:
            yield box
        except BaseException:
            box[0] = state
            raise
        finally:
            self._desk.put(box[0])

    def top_up(self, code, cents):
        with self._alone() as box:
            total = box[0].cards.get(code, 0) + cents
            box[0] = box[0].with_card(code, total)
        return total

    def redeem(self, code, cents):
        with self._alone() as box:
            left = box[0].cards.get(code, 0) - cents
            enough = left >= 0
            if enough:
                paid = box[0].with_card(code, left)
                box[0] = paid._replace(payments=paid.payments + ((code, cents, left),))
        return enough

    def balance(self, code):
        with self._alone() as [state]:
            return state.cards.get(code, 0)

    def journal(self):
        with self._alone() as [state]:
            return list(state.payments)
