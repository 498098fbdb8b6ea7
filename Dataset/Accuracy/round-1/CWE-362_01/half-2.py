import threading


class _Journal:
    def __init__(self):
        self._lock = threading.Lock()
        self._entries = []

    def write(self, code, cents, left):
        with self._lock:
            self._entries.append((code, cents, left))

    def copy(self):
        with self._lock:
            return self._entries.copy()


class GiftCards:
    def __init__(self):
        self._lock = threading.RLock()
        self._cards = {}
        self._log = _Journal()

    def top_up(self, code, cents):
        with self._lock:
            self._cards[code] = self._cards.get(code, 0) + cents
            return self._cards[code]

    def _take_off(self, code, cents):
        with self._lock:
            held = self._cards.get(code, 0)
            if held < cents:
                return None
            self._cards[code] = held - cents
            return held - cents

    def redeem(self, code, cents):
        left = self._take_off(code, cents)
        if left is None:
            return False
        self._log.write(code, cents, left)
        return True

    def balance(self, code):
        with self._lock:
            return self._cards.get(code, 0)

    def journal(self):
        return self._log.copy()
