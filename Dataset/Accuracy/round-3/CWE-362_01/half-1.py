from threading import Lock


class _Card:
    def __init__(self):
        self.lock = Lock()
        self.cents = 0


class GiftCards:
    def __init__(self):
        self._cards = {}
        self._journal = []
        self._journal_lock = Lock()

    def _card(self, code):
        if code not in self._cards:
            self._cards[code] = _Card()
        return self._cards[code]

    def top_up(self, code, cents):
        card = self._card(code)
        with card.lock:
            card.cents += cents
            return card.cents

    def redeem(self, code, cents):
        card = self._cards.get(code)
        if card is None:
            return False
        with card.lock, self._journal_lock:
            if card.cents < cents:
                return False
            card.cents -= cents
            self._journal.append((code, cents, card.cents))
            return True

    def balance(self, code):
        card = self._cards.get(code)
        if card is None:
            return 0
        with card.lock, self._journal_lock:
            return card.cents

    def journal(self):
        with self._journal_lock:
            return list(self._journal)
