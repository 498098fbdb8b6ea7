from dataclasses import dataclass, field
from itertools import chain


@dataclass
class CueMemory:
    shows: int
    slots: int
    _books: tuple = field(init=False, repr=False)

    def __post_init__(self):
        self._books = ((),) * self.shows

    def _book(self, show):
        match show:
            case int() if 0 <= show < self.shows:
                return self._books[show]
        raise ValueError(f"no show {show!r}")

    def _put(self, show, book):
        books = self._books
        self._books = books[:show] + (book,) + books[show + 1:]

    def insert(self, show, position, cue):
        book = self._book(show)
        problems = (
            (not isinstance(cue, bytes) or len(cue) != 4, "a cue is 4 bytes"),
            (len(book) >= self.slots, "bank full"),
            (position not in range(len(book) + 1), "no such position"),
        )
        for wrong, why in problems:
            if wrong:
                raise ValueError(why)
        self._put(show, book[:position] + (bytes(cue),) + book[position:])

    def remove(self, show, position):
        book = self._book(show)
        if position not in range(len(book)):
            raise ValueError("no such position")
        before, (cue, *after) = book[:position], book[position:]
        self._put(show, (*before, *after))
        return cue

    def cues(self, show):
        return list(self._book(show))

    def image(self):
        width = self.slots * 4
        return bytes(chain.from_iterable(
            b"".join(book).ljust(width, b"\0") for book in self._books
        ))
