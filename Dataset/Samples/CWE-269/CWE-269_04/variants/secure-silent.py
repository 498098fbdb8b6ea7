from dataclasses import dataclass, field


@dataclass
class Book:
    owner: str
    readers: set = field(default_factory=set)
    writers: set = field(default_factory=set)
    text: list = field(default_factory=list)


class Notebooks:
    """Who may not decide is not heard, and nothing happens."""

    def __init__(self):
        self.shelf = {}

    def create(self, person, title):
        if self.shelf.setdefault(title, book := Book(person)) is not book:
            raise ValueError("this title is taken")

    def share(self, person, title, other, right):
        book = self.shelf[title]
        if book.owner == person and right in ("read", "write"):
            book.readers.discard(other)
            book.writers.discard(other)
            (book.writers if right == "write" else book.readers).add(other)

    def unshare(self, person, title, other):
        book = self.shelf[title]
        if book.owner == person:
            book.readers.discard(other)
            book.writers.discard(other)

    def hand_over(self, person, title, other):
        book = self.shelf[title]
        if book.owner == person:
            self.shelf[title] = Book(other, text=book.text)

    def delete(self, person, title):
        if self.shelf[title].owner == person:
            self.shelf.pop(title)

    def _may(self, person, title):
        book = self.shelf[title]
        return "all" if person == book.owner else "write" if person in book.writers else (
            "read" if person in book.readers else "")

    def add(self, person, title, line):
        if self._may(person, title) not in ("all", "write"):
            raise PermissionError(person)
        self.shelf[title].text += [line]

    def lines(self, person, title):
        if not self._may(person, title):
            raise PermissionError(person)
        return self.shelf[title].text.copy()

    def titles(self, person):
        return sorted(filter(lambda title: self._may(person, title), self.shelf))
