import contextlib
import queue
from dataclasses import dataclass, field


@dataclass
class _Book:
    cards: dict = field(default_factory=dict)
    payments: list = field(default_factory=list)


class GiftCards:
    def __init__(self):
        self._desk = queue.SimpleQueue()
        self._desk.put(_Book())

    @contextlib.contextmanager
    def _book(self):
        book = self._desk.get()
        try:
            yield book
        finally:
            self._desk.put(book)

    def top_up(self, code, cents):
        with self._book() as book:
            book.cards[code] = total = book.cards.get(code, 0) + cents
            return total

    def redeem(self, code, cents):
        with self._book() as book:
            match book.cards.get(code, 0) - cents:
                case left if left < 0:
                    return False
                case left:
                    book.cards[code] = left
                    book.payments.append((code, cents, left))
                    return True

    def balance(self, code):
        with self._book() as book:
            return book.cards.get(code, 0)

    def journal(self):
        with self._book() as book:
            return [*book.payments]
