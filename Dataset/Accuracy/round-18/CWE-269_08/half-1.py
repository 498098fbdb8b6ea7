RIGHTS = frozenset({"bench", "saw", "lathe", "laser", "people", "roles"})
TRUSTED = frozenset({"people", "roles"})


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": RIGHTS, "guest": frozenset({"bench"})}
        self._standard = "guest"
        self._members = {founder: "founder"}          # None: no role of her own

    def _rights(self, name):
        if name not in self._members:
            return frozenset()
        role = self._members[name]
        return self._roles[self._standard if role is None else role]

    def _need(self, by, right):
        mine = self._rights(by)
        if right not in mine:
            raise PermissionError(f"{by} lacks {right}")
        return mine

    def _member(self, name):
        if name not in self._members:
            raise KeyError(name)

    def _role(self, role):
        if role not in self._roles:
            raise KeyError(role)
        return self._roles[role]

    def _not_above(self, mine, name):
        """Whoever was given a role that is worth more than one's own is left alone."""
        role = self._members[name]
        if role is not None and not self._roles[role] <= mine:
            raise PermissionError(f"{name} may do more")

    def join(self, name):
        if name in self._members:
            raise ValueError(name)
        self._members[name] = None

    def leave(self, by, name):
        if by != name:
            mine = self._need(by, "people")
            self._member(name)
            self._not_above(mine, name)
        self._member(name)
        del self._members[name]

    def give(self, by, name, role):
        mine = self._need(by, "people")
        self._member(name)
        if role is not None and not self._role(role) <= mine:
            raise PermissionError("more than one's own")
        self._not_above(mine, name)
        self._members[name] = role

    def define(self, by, role, rights):
        mine = self._need(by, "roles")
        rights = frozenset(rights)
        if not rights <= RIGHTS:
            raise ValueError("unknown right")
        if not rights | self._roles.get(role, frozenset()) <= mine:
            raise PermissionError("more than one's own")
        if role == self._standard and rights & TRUSTED:
            raise PermissionError("not for the standard role")
        self._roles[role] = rights

    def remove(self, by, role):
        mine = self._need(by, "roles")
        if not self._role(role) <= mine:
            raise PermissionError("more than one's own")
        if role == self._standard:
            raise ValueError("the standard role stays")
        del self._roles[role]
        for name, own in self._members.items():
            if own == role:
                self._members[name] = None

    def set_standard(self, by, role):
        mine = self._need(by, "roles")
        rights = self._role(role)
        if not rights <= mine or rights & TRUSTED:
            raise PermissionError("not as the standard role")
        self._standard = role

    def rights(self, name):
        return sorted(self._rights(name))

    def may(self, name, right):
        return right in self._rights(name)
