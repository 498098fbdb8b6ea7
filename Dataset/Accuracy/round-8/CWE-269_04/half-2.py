from dataclasses import dataclass, field

LEVELS = {"read": 1, "write": 2, "owner": 3}


@dataclass
class Notebook:
    owner: str
    rights: dict = field(default_factory=dict)
    lines: list = field(default_factory=list)

    def level(self, person):
        if person == self.owner:
            return LEVELS["owner"]
        return LEVELS.get(self.rights.get(person), 0)


class Notebooks:
    def __init__(self):
        self._notebooks = {}

    def _get(self, person, title, needed):
        notebook = self._notebooks[title]
        if notebook.level(person) < LEVELS[needed]:
            raise PermissionError(f"{person!r} has not the right {needed!r} in {title!r}")
        return notebook

    def create(self, person, title):
        if title in self._notebooks:
            raise ValueError(f"{title!r} exists")
        self._notebooks[title] = Notebook(person)

    def share(self, person, title, other, right):
        notebook = self._get(person, title, "owner")
        if right not in LEVELS:
            raise ValueError(f"{right!r} is not a right")
        notebook.rights[other] = right

    def unshare(self, person, title, other):
        notebook = self._get(person, title, "owner")
        notebook.rights.pop(other, None)

    def hand_over(self, person, title, other):
        notebook = self._get(person, title, "owner")
        notebook.rights.clear()
        notebook.owner = other

    def delete(self, person, title):
        self._get(person, title, "owner")
        del self._notebooks[title]

    def add(self, person, title, line):
        self._get(person, title, "write").lines.append(line)

    def lines(self, person, title):
        return list(self._get(person, title, "read").lines)

    def titles(self, person):
        return sorted(
            title for title, notebook in self._notebooks.items()
            if notebook.level(person) >= LEVELS["read"]
        )
