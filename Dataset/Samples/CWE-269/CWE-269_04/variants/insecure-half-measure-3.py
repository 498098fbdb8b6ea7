from dataclasses import dataclass, field


@dataclass
class Notebook:
    owner: str
    lines: list = field(default_factory=list)
    readers: set = field(default_factory=set)
    writers: set = field(default_factory=set)

    def may_write(self, person):
        return person == self.owner or person in self.writers

    def may_read(self, person):
        return self.may_write(person) or person in self.readers

    def revoke(self, person):
        self.readers.discard(person)
        self.writers.discard(person)


class Notebooks:
    def __init__(self):
        self._books = {}

    def _of_owner(self, person, title):
        book = self._books[title]
        if book.owner != person:
            raise PermissionError("not the owner")
        return book

    def create(self, person, title):
        if title in self._books:
            raise ValueError("title in use")
        self._books[title] = Notebook(person)

    def share(self, person, title, other, right):
        book = self._of_owner(person, title)
        if right not in ("read", "write"):
            raise ValueError("no such right")
        book.revoke(other)
        (book.readers if right == "read" else book.writers).add(other)

    def unshare(self, person, title, other):
        self._of_owner(person, title).revoke(other)

    def hand_over(self, person, title, other):
        book = self._of_owner(person, title)
        book.readers, book.writers = set(), set()
        book.owner = other

    def delete(self, person, title):
        self._of_owner(person, title)
        del self._books[title]

    def add(self, person, title, line):
        book = self._books[title]
        if not book.may_write(person):
            raise PermissionError("no right to write")
        book.lines.append(line)

    def lines(self, person, title):
        book = self._books[title]
        if not book.may_read(person):
            raise PermissionError("no right to read")
        return book.lines

    def titles(self, person):
        return sorted(title for title, book in self._books.items() if book.may_read(person))
