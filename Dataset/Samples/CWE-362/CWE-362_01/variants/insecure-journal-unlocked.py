import threading


class Card:
    def __init__(self):
        self.lock = threading.Lock()
        self.cents = 0


class GiftCards:
    def __init__(self):
        self._cards = {}
        self._payments = ()

    def _card(self, code):
        return self._cards.setdefault(code, Card())

    def top_up(self, code, cents):
        card = self._card(code)
        with card.lock:
            card.cents += cents
            return card.cents

    def redeem(self, code, cents):
        card = self._card(code)
        with card.lock:
            if card.cents < cents:
                return False
            card.cents -= cents
            left = card.cents
        self._payments += ((code, cents, left),)
        return True

    def balance(self, code):
        return self._card(code).cents

    def journal(self):
        return list(self._payments)
