"""The ticket does not show the peg at all. The scanner works out the codes of all pegs and
looks which one it has before it; a book of codes is kept for the key that it was made with."""
from hashlib import blake2b, sha512
from os import environ


class Book:
    def __init__(self, key):
        self.key = key
        self._root = sha512(key).digest()
        self._pages = None

    def code(self, peg):
        return blake2b(peg.to_bytes(2, "big"), key=self._root, digest_size=24,
                       person=b"cloakroom").hexdigest().upper()

    def find(self, code):
        if self._pages is None:
            self._pages = {self.code(peg): peg for peg in range(1, 10000)}
        return self._pages.get(code)


_shelf = []


def _book():
    key = environ.get("CLOAK_KEY")
    if not key:
        _shelf.clear()
        raise RuntimeError("there is no CLOAK_KEY")
    key = key.encode("utf-8", "surrogateescape")
    if not _shelf or _shelf[0].key != key:
        _shelf[:] = [Book(key)]
    return _shelf[0]


def issue(peg):
    book = _book()
    if peg not in range(1, 10000):
        raise IndexError("no such peg")
    return "COAT:" + book.code(int(peg))


def peg_of(ticket):
    book = _book()
    return book.find(ticket[5:]) if ticket.startswith("COAT:") else None
