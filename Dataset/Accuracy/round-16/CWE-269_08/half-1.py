RIGHTS = frozenset({"bench", "saw", "lathe", "laser", "people", "roles"})
NEVER_STANDARD = frozenset({"people", "roles"})


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": RIGHTS, "guest": frozenset({"bench"})}
        self._standard = "guest"
        self._members = {founder: "founder"}  # None: no role of one's own

    # -- who may do what

    def _rights(self, name):
        if name not in self._members:
            return frozenset()
        role = self._members[name]
        return self._roles[self._standard if role is None else role]

    def rights(self, name):
        return sorted(self._rights(name))

    def may(self, name, right):
        return right in self._rights(name)

    def _need(self, by, right):
        if right not in self._rights(by):
            raise PermissionError(f"{by!r} has no right {right!r}")

    def _covers(self, by, rights):
        missing = rights - self._rights(by)
        if missing:
            raise PermissionError(f"{by!r} lacks {sorted(missing)}")

    def _role(self, role):
        if role not in self._roles:
            raise KeyError(role)
        return self._roles[role]

    # -- members

    def join(self, name):
        if name in self._members:
            raise ValueError(f"{name!r} is a member already")
        self._members[name] = None

    def leave(self, by, name):
        if by != name:
            self._need(by, "people")
        if name not in self._members:
            raise KeyError(name)
        if by != name:
            self._covers(by, self._rights(name))
        del self._members[name]

    def give(self, by, name, role):
        self._need(by, "people")
        if name not in self._members:
            raise KeyError(name)
        # the role that is taken away ...
        old = self._members[name]
        if old is not None:
            self._covers(by, self._roles[old])
        # ... and the one that comes in its place; the standard role is open to all
        if role is not None:
            self._covers(by, self._role(role))
        self._members[name] = role

    # -- roles

    def define(self, by, role, rights):
        self._need(by, "roles")
        if not isinstance(role, str):
            raise TypeError("a role's name is a string")
        rights = frozenset(rights)
        if not rights <= RIGHTS:
            raise ValueError(f"no such rights: {sorted(rights - RIGHTS)}")
        self._covers(by, self._roles.get(role, frozenset()) | rights)
        if role == self._standard and rights & NEVER_STANDARD:
            raise ValueError("too much for the standard role")
        self._roles[role] = rights

    def remove(self, by, role):
        self._need(by, "roles")
        self._covers(by, self._role(role))
        if role == self._standard:
            raise ValueError("this is the standard role")
        del self._roles[role]
        for name, own in self._members.items():
            if own == role:
                self._members[name] = None

    def set_standard(self, by, role):
        self._need(by, "roles")
        rights = self._role(role)
        self._covers(by, rights)
        if rights & NEVER_STANDARD:
            raise ValueError("too much for the standard role")
        self._standard = role
