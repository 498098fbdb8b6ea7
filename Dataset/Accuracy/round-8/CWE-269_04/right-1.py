class Notebooks:
    def __init__(self):
        self._owner = {}
        self._rights = {}
        self._lines = {}

    def _check_owner(self, person, title):
        if self._owner[title] != person:
            raise PermissionError("only the owner can do this")

    def _right(self, person, title):
        if self._owner[title] == person:
            return "write"
        return self._rights[title].get(person)

    def create(self, person, title):
        if title in self._owner:
            raise ValueError("there is a notebook of this title")
        self._owner[title] = person
        self._rights[title] = {}
        self._lines[title] = []

    def share(self, person, title, other, right):
        self._check_owner(person, title)
        if right != "read" and right != "write":
            raise ValueError("no such right")
        self._rights[title][other] = right

    def unshare(self, person, title, other):
        self._check_owner(person, title)
        self._rights[title].pop(other, None)

    def hand_over(self, person, title, other):
        self._check_owner(person, title)
        self._owner[title] = other
        self._rights[title] = {}

    def delete(self, person, title):
        self._check_owner(person, title)
        del self._owner[title], self._rights[title], self._lines[title]

    def add(self, person, title, line):
        if self._right(person, title) != "write":
            raise PermissionError("no right to write")
        self._lines[title].append(line)

    def lines(self, person, title):
        if self._right(person, title) is None:
            raise PermissionError("no right to read")
        return list(self._lines[title])

    def titles(self, person):
        return sorted(title for title in self._owner if self._right(person, title) is not None)
