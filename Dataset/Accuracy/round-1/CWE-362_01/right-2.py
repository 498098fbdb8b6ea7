import contextlib
import logging
import threading
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _State:
    cards: dict = field(default_factory=dict)
    payments: tuple = ()


class GiftCards:
    def __init__(self):
        self._turn = threading.Condition()
        self._busy = False
        self._state = _State()

    @contextlib.contextmanager
    def _alone(self):
        with self._turn:
            self._turn.wait_for(lambda: not self._busy)
            self._busy = True
        try:
            yield self._state
        finally:
            with self._turn:
                self._busy = False
                self._turn.notify()

    def top_up(self, code, cents):
        if cents <= 0:
            raise ValueError("cents must be positive")
        with self._alone() as old:
            new = old.cards.get(code, 0) + cents
            self._state = _State({**old.cards, code: new}, old.payments)
        return new

    def redeem(self, code, cents):
        if cents <= 0:
            raise ValueError("cents must be positive")
        with self._alone() as old:
            left = old.cards.get(code, 0) - cents
            if left < 0:
                log.info("card %r refused", code)
                return False
            self._state = _State({**old.cards, code: left}, old.payments + ((code, cents, left),))
            return True

    def balance(self, code):
        with self._alone() as now:
            return now.cards.get(code, 0)

    def journal(self):
        with self._alone() as now:
            return list(now.payments)
