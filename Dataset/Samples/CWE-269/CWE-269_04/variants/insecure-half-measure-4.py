class Notebooks:
    def __init__(self):
        self._owners = {}
        self._lines = {}
        self._rights = {}

    @staticmethod
    def _key(title, person):
        return f"{title}/{person}"

    def _check_owner(self, person, title):
        if self._owners[title] != person:
            raise PermissionError("only the owner may do this")

    def _right(self, person, title):
        if self._owners[title] == person:
            return "write"
        return self._rights.get(self._key(title, person))

    def _forget_rights(self, title):
        for key in [k for k in self._rights if k.startswith(self._key(title, ""))]:
            del self._rights[key]

    def create(self, person, title):
        if title in self._owners:
            raise ValueError("there is a notebook of this title")
        self._owners[title] = person
        self._lines[title] = []
        self._forget_rights(title)

    def share(self, person, title, other, right):
        self._check_owner(person, title)
        if right not in ("read", "write"):
            raise ValueError("right must be read or write")
        self._rights[self._key(title, other)] = right

    def unshare(self, person, title, other):
        self._check_owner(person, title)
        self._rights.pop(self._key(title, other), None)

    def hand_over(self, person, title, other):
        self._check_owner(person, title)
        self._forget_rights(title)
        self._owners[title] = other

    def delete(self, person, title):
        self._check_owner(person, title)
        self._forget_rights(title)
        del self._owners[title], self._lines[title]

    def add(self, person, title, line):
        if self._right(person, title) != "write":
            raise PermissionError("you cannot write here")
        self._lines[title].append(line)

    def lines(self, person, title):
        if self._right(person, title) not in ("read", "write"):
            raise PermissionError("you cannot read this")
        return list(self._lines[title])

    def titles(self, person):
        return sorted(t for t in self._owners if self._right(person, t))
