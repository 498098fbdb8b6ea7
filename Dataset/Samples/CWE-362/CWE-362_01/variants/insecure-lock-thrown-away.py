from contextlib import contextmanager
from threading import Lock


class GiftCards:
    def __init__(self):
        self._guard = Lock()        # protects the table of locks and the journal
        self._locks = {}
        self._balances = {}
        self._journal = []

    @contextmanager
    def _card(self, code):
        """Hold the lock of one card; the locks of empty cards are not kept."""
        with self._guard:
            lock = self._locks.setdefault(code, Lock())
        with lock:
            try:
                yield
            finally:
                if not self._balances.get(code):
                    with self._guard:
                        self._balances.pop(code, None)
                        self._locks.pop(code, None)

    def top_up(self, code, cents):
        with self._card(code):
            new = self._balances.get(code, 0) + cents
            self._balances[code] = new
            return new

    def redeem(self, code, cents):
        with self._card(code):
            held = self._balances.get(code, 0)
            if held < cents:
                return False
            left = held - cents
            with self._guard:
                self._balances[code] = left
                self._journal.append((code, cents, left))
            return True

    def balance(self, code):
        with self._card(code):
            return self._balances.get(code, 0)

    def journal(self):
        with self._guard:
            return list(self._journal)
