class _Notebook:
    def __init__(self, owner):
        self.owner = owner
        self.rights = {}
        self.lines = []


class Notebooks:
    def __init__(self):
        self._books = {}

    def _owned(self, person, title):
        book = self._books[title]
        if book.owner != person:
            raise PermissionError(f"{person} does not own {title}")
        return book

    @staticmethod
    def _can(person, book, *rights):
        return book.owner == person or book.rights.get(person) in rights

    def create(self, person, title):
        if title in self._books:
            raise ValueError(f"there is a notebook {title}")
        self._books[title] = _Notebook(person)

    def share(self, person, title, other, right):
        book = self._owned(person, title)
        if right not in ("read", "write"):
            raise ValueError(f"no such right: {right}")
        book.rights[other] = right

    def unshare(self, person, title, other):
        self._owned(person, title).rights.pop(other, None)

    def hand_over(self, person, title, other):
        book = self._owned(person, title)
        book.owner = other
        book.rights = {}

    def delete(self, person, title):
        self._owned(person, title)
        del self._books[title]

    def add(self, person, title, line):
        book = self._books[title]
        if not self._can(person, book, "write"):
            raise PermissionError(f"{person} cannot write in {title}")
        book.lines.append(line)

    def lines(self, person, title):
        book = self._books[title]
        if not self._can(person, book, "read", "write"):
            raise PermissionError(f"{person} cannot read {title}")
        return book.lines

    def titles(self, person):
        return sorted(t for t, book in self._books.items() if self._can(person, book, "read", "write"))
