from collections import defaultdict
from threading import Lock


class _Card:
    def __init__(self):
        self.lock = Lock()
        self.cents = 0


class GiftCards:
    """One lock a card, and one for what the cards share."""

    def __init__(self):
        self._cards = defaultdict(_Card)
        self._shared = Lock()
        self._payments = []

    def _card(self, code: str) -> _Card:
        with self._shared:
            return self._cards[code]

    def top_up(self, code: str, cents: int) -> int:
        card = self._card(code)
        with card.lock:
            card.cents += cents
            return card.cents

    def redeem(self, code: str, cents: int) -> bool:
        card = self._card(code)
        with card.lock:
            if cents > card.cents:
                return False
            card.cents -= cents
            with self._shared:
                self._payments.append((code, cents, card.cents))
        return True

    def balance(self, code: str) -> int:
        card = self._card(code)
        with card.lock:
            return card.cents

    def journal(self) -> list:
        with self._shared:
            return self._payments[:]


if __name__ == "__main__":
    shop = GiftCards()
    print(shop.top_up("G-1", 500), shop.redeem("G-1", 200), shop.journal())
