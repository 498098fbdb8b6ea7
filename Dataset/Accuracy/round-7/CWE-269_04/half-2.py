RIGHTS = ("read", "write")


class Notebooks:
    def __init__(self):
        self._books = {}

    def _require_owner(self, person, title):
        book = self._books[title]
        if person != book["owner"]:
            raise PermissionError(f"{person} does not own {title}")
        return book

    @staticmethod
    def _right(person, book):
        return "owner" if person == book["owner"] else book["rights"].get(person)

    def create(self, person, title):
        if title in self._books:
            raise ValueError(f"there is a notebook {title}")
        self._books[title] = {"owner": person, "rights": {}, "lines": []}

    def share(self, person, title, other, right):
        book = self._require_owner(person, title)
        if not isinstance(right, str) or right.strip().lower() not in RIGHTS:
            raise ValueError(f"unknown right {right!r}")
        book["rights"][other] = right

    def unshare(self, person, title, other):
        self._require_owner(person, title)["rights"].pop(other, None)

    def hand_over(self, person, title, other):
        book = self._require_owner(person, title)
        book["rights"].clear()
        book["owner"] = other

    def delete(self, person, title):
        self._require_owner(person, title)
        del self._books[title]

    def add(self, person, title, line):
        book = self._books[title]
        right = self._right(person, book)
        if right is None or right == "read":
            raise PermissionError(f"{person} cannot write in {title}")
        book["lines"].append(line)

    def lines(self, person, title):
        book = self._books[title]
        if self._right(person, book) is None:
            raise PermissionError(f"{person} cannot read {title}")
        return book["lines"].copy()

    def titles(self, person):
        return sorted(t for t, book in self._books.items() if self._right(person, book))
