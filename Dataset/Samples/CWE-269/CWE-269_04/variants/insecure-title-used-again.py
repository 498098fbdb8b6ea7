class Notebooks:
    def __init__(self):
        self._owners = {}
        self._lines = {}
        self._rights = {}

    def _check_owner(self, person, title):
        if self._owners[title] != person:
            raise PermissionError(f"{title} is not {person}'s")

    def _right(self, person, title):
        if self._owners[title] == person:
            return "write"
        return self._rights.get((title, person))

    def create(self, person, title):
        if title in self._owners:
            raise ValueError(f"there is a notebook {title}")
        self._owners[title] = person
        self._lines[title] = []

    def share(self, person, title, other, right):
        self._check_owner(person, title)
        if right not in ("read", "write"):
            raise ValueError(f"there is no right {right}")
        self._rights[title, other] = right

    def unshare(self, person, title, other):
        self._check_owner(person, title)
        self._rights.pop((title, other), None)

    def hand_over(self, person, title, other):
        self._check_owner(person, title)
        self._owners[title] = other
        self._rights = {key: right for key, right in self._rights.items() if key[0] != title}

    def delete(self, person, title):
        self._check_owner(person, title)
        del self._owners[title]
        del self._lines[title]

    def add(self, person, title, line):
        if self._right(person, title) != "write":
            raise PermissionError(f"{person} cannot write in {title}")
        self._lines[title].append(line)

    def lines(self, person, title):
        if self._right(person, title) is None:
            raise PermissionError(f"{person} cannot read {title}")
        return list(self._lines[title])

    def titles(self, person):
        return sorted(title for title in self._owners if self._right(person, title))
