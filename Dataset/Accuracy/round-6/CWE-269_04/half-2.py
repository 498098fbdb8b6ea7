from dataclasses import dataclass, field
from enum import Enum


class Right(Enum):
    READ = "read"
    WRITE = "write"


@dataclass
class Notebook:
    owner: str
    lines: list[str] = field(default_factory=list)
    rights: dict[str, Right] = field(default_factory=dict)

    def allows(self, person, *rights):
        return person == self.owner or self.rights.get(person) in rights


class Notebooks:
    def __init__(self):
        self._notebooks: dict[str, Notebook] = {}

    def _for_owner(self, person, title):
        notebook = self._notebooks[title]
        if person != notebook.owner:
            raise PermissionError("only the owner can do this")
        return notebook

    def _for(self, person, title, *rights):
        notebook = self._notebooks[title]
        if not notebook.allows(person, *rights):
            raise PermissionError(f"{person} has no such right in {title}")
        return notebook

    def create(self, person, title):
        if title in self._notebooks:
            raise ValueError("the title is in use")
        self._notebooks[title] = Notebook(person)

    def share(self, person, title, other, right):
        self._for_owner(person, title).rights[other] = Right(right)

    def unshare(self, person, title, other):
        self._for_owner(person, title).rights.pop(other, None)

    def hand_over(self, person, title, other):
        notebook = self._for_owner(person, title)
        notebook.rights.clear()
        notebook.owner = other

    def delete(self, person, title):
        self._for_owner(person, title)
        self._notebooks.pop(title)

    def add(self, person, title, line):
        self._for(person, title, Right.WRITE).lines.append(line)

    def lines(self, person, title):
        return self._for(person, title, Right.READ, Right.WRITE).lines

    def titles(self, person):
        return sorted(
            title for title, notebook in self._notebooks.items()
            if notebook.allows(person, *Right)
        )
