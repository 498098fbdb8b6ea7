import secrets

ROLES = {"reader": {"read"}, "editor": {"read", "write"}}


class WordLists:
    def __init__(self, staff):
        self._firms = set(staff)
        self._roles = {f"{firm}/{person}": role
                       for firm, people in staff.items() for person, role in people.items()}
        self._desks = {}
        self._entries = {}
        self._last = 0

    def open(self, person, firm):
        if firm not in self._firms or f"{firm}/{person}" not in self._roles:
            raise PermissionError(f"{person} does not work for {firm}")
        desk = secrets.token_urlsafe(16)
        self._desks[desk] = (firm, f"{firm}/{person}")
        return desk

    def _require(self, desk, right):
        firm, member = self._desks.get(desk if isinstance(desk, str) else None, (None, None))
        if right not in ROLES.get(self._roles.get(member), ()):
            raise PermissionError(f"no right to {right} here")
        return firm

    def _entry(self, firm, number):
        entry = self._entries.get(number) if type(number) is int else None
        if entry is None or entry["firm"] != firm:
            raise PermissionError("no such entry in this list")
        return entry

    def find(self, desk, text):
        firm = self._require(desk, "read")
        return [(number, e["term"], e["translation"]) for number, e in self._entries.items()
                if e["firm"] == firm and text in e["term"]]

    def add(self, desk, term, translation):
        firm = self._require(desk, "write")
        self._last += 1
        self._entries[self._last] = {"firm": firm, "term": term, "translation": translation}
        return self._last

    def change(self, desk, number, translation):
        self._entry(self._require(desk, "write"), number)["translation"] = translation

    def remove(self, desk, number):
        self._entry(self._require(desk, "write"), number)
        del self._entries[number]

    def take_in(self, desk, person, role):
        firm = self._require(desk, "write")
        if not isinstance(person, str) or role not in ROLES:
            raise PermissionError("neither reader nor editor")
        self._roles[f"{firm}/{person}"] = role

    def let_go(self, desk, person):
        firm = self._require(desk, "write")
        member = f"{firm}/{person}"
        if self._roles.pop(member, None) is None:
            raise PermissionError(f"{person} does not work here")
        for key in [k for k, v in self._desks.items() if v[1] == member]:
            del self._desks[key]
