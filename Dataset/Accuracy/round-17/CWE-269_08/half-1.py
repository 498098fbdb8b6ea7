RIGHTS = frozenset(("bench", "saw", "lathe", "laser", "people", "roles"))
HELPERS = frozenset(("people", "roles"))
NONE = frozenset()


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": RIGHTS, "guest": frozenset(("bench",))}
        self._standard = "guest"
        self._members = {founder: "founder"}    # None: no role of her own

    # what somebody has

    def _has(self, name):
        if name not in self._members:
            return NONE
        role = self._members[name]
        return self._roles[self._standard if role is None else role]

    def rights(self, name):
        return sorted(self._has(name))

    def may(self, name, right):
        return right in self._has(name)

    # checks

    def _need(self, by, right):
        if right not in self._has(by):
            raise PermissionError(f"needs {right}")

    def _covers(self, by, rights):
        if not rights <= self._has(by):
            raise PermissionError("more than one's own rights")

    def _member(self, name):
        if name not in self._members:
            raise KeyError(name)

    def _role(self, role):
        if role not in self._roles:
            raise KeyError(role)

    # members

    def join(self, name):
        if name in self._members:
            raise ValueError("is a member already")
        self._members[name] = None

    def leave(self, by, name):
        if by != name:
            self._need(by, "people")
        self._member(name)
        if by != name:
            self._covers(by, self._has(name))
        del self._members[name]

    def give(self, by, name, role):
        self._need(by, "people")
        self._member(name)
        if role is not None:
            self._role(role)
            self._covers(by, self._roles[role])
        old = self._members[name]
        if old is not None:
            self._covers(by, self._roles[old])
        self._members[name] = role

    # roles

    def define(self, by, role, rights):
        self._need(by, "roles")
        rights = frozenset(rights)
        if not rights <= RIGHTS:
            raise ValueError("no such right")
        self._covers(by, rights)
        self._covers(by, self._roles.get(role, NONE))
        if role == self._standard and rights & HELPERS:
            raise ValueError("not for the standard role")
        self._roles[role] = rights

    def remove(self, by, role):
        self._need(by, "roles")
        self._role(role)
        self._covers(by, self._roles[role])
        if role == self._standard:
            raise ValueError("is the standard role")
        del self._roles[role]
        for name, own in self._members.items():
            if own == role:
                self._members[name] = None

    def set_standard(self, by, role):
        self._need(by, "roles")
        self._role(role)
        self._covers(by, self._roles[role])
        if self._roles[role] & HELPERS:
            raise ValueError("not for the standard role")
        self._standard = role
