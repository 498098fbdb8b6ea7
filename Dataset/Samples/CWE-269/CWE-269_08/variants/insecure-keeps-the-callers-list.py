ALL = ["bench", "saw", "lathe", "laser", "people", "roles"]
HELPERS = {"people", "roles"}


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": list(ALL), "guest": ["bench"]}
        self._standard = "guest"
        self._members = {founder}
        self._own = {founder: "founder"}

    def _held(self, name):
        if name not in self._members:
            return set()
        return set(self._roles[self._own.get(name, self._standard)])

    def rights(self, name):
        return sorted(self._held(name))

    def may(self, name, right):
        return right in self._held(name)

    def _require(self, by, *rights):
        lacking = set(rights) - self._held(by)
        if lacking:
            raise PermissionError("%s lacks %s" % (by, ", ".join(sorted(lacking))))

    def _known_member(self, name):
        if name not in self._members:
            raise KeyError(name)

    def _known_role(self, role):
        if role not in self._roles:
            raise KeyError(role)

    def join(self, name):
        if name in self._members:
            raise ValueError("%s is a member" % name)
        self._members.add(name)

    def leave(self, by, name):
        if by == name:
            self._known_member(name)
        else:
            self._require(by, "people")
            self._known_member(name)
            self._require(by, *self._held(name))
        self._members.remove(name)
        self._own.pop(name, None)

    def give(self, by, name, role):
        self._require(by, "people")
        self._known_member(name)
        if role is not None:
            self._known_role(role)
            self._require(by, *self._roles[role])
        self._require(by, *self._held(name))
        if role is None:
            self._own.pop(name, None)
        else:
            self._own[name] = role

    def define(self, by, role, rights):
        self._require(by, "roles")
        for right in rights:
            if right not in ALL:
                raise ValueError("no such right: %r" % (right,))
        self._require(by, *rights)
        self._require(by, *self._roles.get(role, []))
        if role == self._standard and HELPERS.intersection(rights):
            raise ValueError("the standard role cannot have this")
        self._roles[role] = rights

    def remove(self, by, role):
        self._require(by, "roles")
        self._known_role(role)
        self._require(by, *self._roles[role])
        if role == self._standard:
            raise ValueError("the standard role stays")
        del self._roles[role]
        self._own = {name: own for name, own in self._own.items() if own != role}

    def set_standard(self, by, role):
        self._require(by, "roles")
        self._known_role(role)
        self._require(by, *self._roles[role])
        if HELPERS.intersection(self._roles[role]):
            raise ValueError("the standard role cannot have this")
        self._standard = role
