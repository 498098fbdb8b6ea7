from collections import defaultdict


class _Notebook:
    def __init__(self, owner):
        self.owner = owner
        self.rights = {}
        self.lines = []


class Notebooks:
    def __init__(self):
        self._books = {}
        self._readable = defaultdict(set)

    def _owned(self, person, title):
        book = self._books[title]
        if book.owner != person:
            raise PermissionError("only the owner can do that")
        return book

    def create(self, person, title):
        if title in self._books:
            raise ValueError("this title is taken")
        self._books[title] = _Notebook(person)
        self._readable[person].add(title)

    def share(self, person, title, other, right):
        book = self._owned(person, title)
        if right not in ("read", "write"):
            raise ValueError("unknown right")
        if other != book.owner:
            book.rights[other] = right
            self._readable[other].add(title)

    def unshare(self, person, title, other):
        book = self._owned(person, title)
        if book.rights.pop(other, None):
            self._readable[other].discard(title)

    def hand_over(self, person, title, other):
        book = self._owned(person, title)
        for reader in [person, *book.rights]:
            self._readable[reader].discard(title)
        book.rights = {}
        book.owner = other
        self._readable[other].add(title)

    def delete(self, person, title):
        self._owned(person, title)
        del self._books[title]

    def add(self, person, title, line):
        book = self._books[title]
        if person != book.owner and book.rights.get(person) != "write":
            raise PermissionError("no right to write")
        book.lines.append(line)

    def lines(self, person, title):
        book = self._books[title]
        if person != book.owner and person not in book.rights:
            raise PermissionError("no right to read")
        return list(book.lines)

    def titles(self, person):
        return sorted(t for t in self._readable.get(person, ()) if t in self._books)
