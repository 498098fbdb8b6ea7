class _Book:
    __slots__ = ("owner", "edition", "lines")

    def __init__(self, owner):
        self.owner = owner
        self.edition = 1
        self.lines = []


class Notebooks:
    """Rights belong to an edition of a notebook; with every new owner a new edition begins."""

    def __init__(self):
        self._books = {}
        self._rights = {}

    def _key(self, title, person):
        return title, self._books[title].edition, person

    def _check_owner(self, person, title):
        if self._books[title].owner != person:
            raise PermissionError(f"{title!r} is not {person}'s notebook")

    def _can(self, person, title, rights):
        key = self._key(title, person)
        return self._books[title].owner == person or self._rights.get(key) in rights

    def create(self, person, title):
        if title in self._books:
            raise ValueError(f"{title!r} exists already")
        self._books[title] = _Book(person)

    def share(self, person, title, other, right):
        self._check_owner(person, title)
        if right not in ("read", "write"):
            raise ValueError("a right is 'read' or 'write'")
        self._rights[self._key(title, other)] = right

    def unshare(self, person, title, other):
        self._check_owner(person, title)
        self._rights.pop(self._key(title, other), None)

    def hand_over(self, person, title, other):
        self._check_owner(person, title)
        book = self._books[title]
        book.owner = other
        book.edition += 1

    def delete(self, person, title):
        self._check_owner(person, title)
        edition = self._books.pop(title).edition
        self._rights = {
            key: right for key, right in self._rights.items() if key[:2] != (title, edition)
        }

    def add(self, person, title, line):
        if not self._can(person, title, {"write"}):
            raise PermissionError(f"{person} cannot add to {title!r}")
        self._books[title].lines.append(line)

    def lines(self, person, title):
        if not self._can(person, title, {"read", "write"}):
            raise PermissionError(f"{person} cannot read {title!r}")
        return list(self._books[title].lines)

    def titles(self, person):
        return sorted(t for t in self._books if self._can(person, t, {"read", "write"}))
