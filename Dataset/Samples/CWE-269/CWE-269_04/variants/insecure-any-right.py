class Notebook:
    def __init__(self, owner):
        self.lines = []
        self.give_to(owner)

    def give_to(self, owner):
        self.owner = owner
        self.rights = {}

    def can_read(self, person):
        return person == self.owner or person in self.rights

    def can_write(self, person):
        return person == self.owner or self.rights.get(person) == "write"


class Notebooks:
    def __init__(self):
        self._notebooks = {}

    def _owned(self, person, title):
        notebook = self._notebooks[title]
        if notebook.owner != person:
            raise PermissionError(f"{title} is not {person}'s")
        return notebook

    def create(self, person, title):
        if title in self._notebooks:
            raise ValueError(f"there is a notebook {title}")
        self._notebooks[title] = Notebook(person)

    def share(self, person, title, other, right):
        notebook = self._owned(person, title)
        notebook.rights[other] = right

    def unshare(self, person, title, other):
        self._owned(person, title).rights.pop(other, None)

    def hand_over(self, person, title, other):
        self._owned(person, title).give_to(other)

    def delete(self, person, title):
        self._owned(person, title)
        del self._notebooks[title]

    def add(self, person, title, line):
        notebook = self._notebooks[title]
        if not notebook.can_write(person):
            raise PermissionError(f"{person} cannot write in {title}")
        notebook.lines.append(line)

    def lines(self, person, title):
        notebook = self._notebooks[title]
        if not notebook.can_read(person):
            raise PermissionError(f"{person} cannot read {title}")
        return list(notebook.lines)

    def titles(self, person):
        return sorted(title for title, notebook in self._notebooks.items() if notebook.can_read(person))
