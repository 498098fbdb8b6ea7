READ, WRITE, OWN = 1, 2, 3
GIVEN = {"read": READ, "write": WRITE}


class Notebooks:
    def __init__(self):
        self.books = {}
        self.rights = {}

    def _need(self, person, title, least):
        if title not in self.books:
            raise KeyError(title)
        if self.rights[title].get(person, 0) < least:
            raise PermissionError(f"{person}: {title}")

    def create(self, person, title):
        if title in self.books:
            raise ValueError(title)
        self.books[title] = []
        self.rights[title] = {person: OWN}

    def share(self, person, title, other, right):
        self._need(person, title, OWN)
        if right not in GIVEN or other == person:
            raise ValueError("no such right, or to oneself")
        self.rights[title][other] = GIVEN[right]

    def unshare(self, person, title, other):
        self._need(person, title, OWN)
        if other != person:
            self.rights[title].pop(other, None)

    def hand_over(self, person, title, other):
        self._need(person, title, OWN)
        self.rights[title] = {other: OWN}

    def delete(self, person, title):
        self._need(person, title, OWN)
        del self.books[title], self.rights[title]

    def add(self, person, title, line):
        self._need(person, title, WRITE)
        self.books[title].append(line)

    def lines(self, person, title):
        self._need(person, title, READ)
        return self.books[title][:]

    def titles(self, person):
        return sorted(title for title, rights in self.rights.items() if person in rights)
