"""Who may do what in the wood workshop of the Linden quarter."""

RIGHTS = frozenset({"bench", "saw", "lathe", "laser", "people", "roles"})
NEVER_STANDARD = frozenset({"people", "roles"})


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": RIGHTS, "guest": frozenset({"bench"})}
        self._standard = "guest"
        self._members = {founder: "founder"}    # name -> own role, or None

    # -- questions --------------------------------------------------------
    def _rights(self, name):
        if name not in self._members:
            return frozenset()
        own = self._members[name]
        return self._roles[self._standard if own is None else own]

    def rights(self, name):
        return sorted(self._rights(name))

    def may(self, name, right):
        return right in self._rights(name)

    # -- checks -----------------------------------------------------------
    def _need(self, by, right):
        if right not in self._rights(by):
            raise PermissionError(f"{by!r} lacks {right!r}")

    def _cover(self, by, rights):
        """Whatever is touched has to lie within the rights of who touches it."""
        beyond = rights - self._rights(by)
        if beyond:
            raise PermissionError(f"{by!r} lacks {', '.join(sorted(beyond))}")

    def _member(self, name):
        if name not in self._members:
            raise KeyError(name)

    def _role(self, role):
        if role not in self._roles:
            raise KeyError(role)

    @staticmethod
    def _fit_for_all(rights):
        if rights & NEVER_STANDARD:
            raise PermissionError("the standard role has neither people nor roles")

    # -- members ----------------------------------------------------------
    def join(self, name):
        if name in self._members:
            raise ValueError(f"{name!r} is a member already")
        self._members[name] = None

    def leave(self, by, name):
        if by != name:
            self._need(by, "people")
        self._member(name)
        if by != name:
            self._cover(by, self._rights(name))
        del self._members[name]

    def give(self, by, name, role):
        self._need(by, "people")
        self._member(name)
        if role is not None:
            self._role(role)
        self._cover(by, self._rights(name))
        if role is not None:
            self._cover(by, self._roles[role])
        self._members[name] = role

    # -- roles ------------------------------------------------------------
    def define(self, by, role, rights):
        self._need(by, "roles")
        new = frozenset(rights)
        if not new <= RIGHTS:
            raise ValueError(f"no such rights: {sorted(new - RIGHTS)}")
        old = self._roles.get(role, frozenset())
        # what the role gets and what it loses: all of that has to be hers
        self._cover(by, new ^ old)
        if role == self._standard:
            self._fit_for_all(new)
        self._roles[role] = new

    def remove(self, by, role):
        self._need(by, "roles")
        self._role(role)
        if role == self._standard:
            raise ValueError("this is the standard role")
        self._cover(by, self._roles[role])
        for name, own in self._members.items():
            if own == role:
                self._members[name] = None
        del self._roles[role]

    def set_standard(self, by, role):
        self._need(by, "roles")
        self._role(role)
        self._cover(by, self._roles[role])
        self._fit_for_all(self._roles[role])
        self._standard = role
