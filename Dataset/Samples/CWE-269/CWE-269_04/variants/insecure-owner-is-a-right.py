class Notebooks:
    def __init__(self):
        self.books = {}
        self.rights = {}

    def _need(self, person, title, *rights):
        if title not in self.books:
            raise KeyError(title)
        if self.rights[title].get(person) not in rights:
            raise PermissionError(f"{person}: {title}")

    def create(self, person, title):
        if title in self.books:
            raise ValueError(title)
        self.books[title] = []
        self.rights[title] = {person: "own"}

    def share(self, person, title, other, right):
        self._need(person, title, "own")
        if other != person:
            self.rights[title][other] = right

    def unshare(self, person, title, other):
        self._need(person, title, "own")
        if other != person:
            self.rights[title].pop(other, None)

    def hand_over(self, person, title, other):
        self._need(person, title, "own")
        self.rights[title] = {other: "own"}

    def delete(self, person, title):
        self._need(person, title, "own")
        del self.books[title], self.rights[title]

    def add(self, person, title, line):
        self._need(person, title, "own", "write")
        self.books[title].append(line)

    def lines(self, person, title):
        self._need(person, title, "own", "write", "read")
        return self.books[title][:]

    def titles(self, person):
        return sorted(title for title, rights in self.rights.items() if rights.get(person) in ("own", "write", "read"))
