"""Who may do what in the wood workshop."""

RIGHTS = frozenset({"bench", "saw", "lathe", "laser", "people", "roles"})
HELPER_RIGHTS = frozenset({"people", "roles"})


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": RIGHTS, "guest": frozenset({"bench"})}
        self._standard = "guest"
        self._members = {founder: "founder"}  # name -> role, or None

    # -- looking up

    def _rights(self, name):
        if name not in self._members:
            return frozenset()
        role = self._members[name]
        return self._roles[self._standard if role is None else role]

    def _given(self, name):
        """The rights that somebody has been given by a role of her own."""
        role = self._members[name]
        return frozenset() if role is None else self._roles[role]

    def rights(self, name):
        return sorted(self._rights(name))

    def may(self, name, right):
        return right in self._rights(name)

    # -- checks

    def _need(self, by, right):
        if right not in self._rights(by):
            raise PermissionError(f"{by} lacks {right}")

    def _within(self, by, rights):
        if not rights <= self._rights(by):
            raise PermissionError(f"{by} has not got all of these rights")

    # -- members

    def join(self, name):
        if name in self._members:
            raise ValueError(f"{name} is a member")
        self._members[name] = None

    def leave(self, by, name):
        if by != name:
            self._need(by, "people")
        if name not in self._members:
            raise KeyError(name)
        if by != name:
            self._within(by, self._given(name))
        del self._members[name]

    def give(self, by, name, role):
        self._need(by, "people")
        if name not in self._members:
            raise KeyError(name)
        if role is not None and role not in self._roles:
            raise KeyError(role)
        self._within(by, self._given(name))
        if role is not None:
            self._within(by, self._roles[role])
        self._members[name] = role

    # -- roles

    def define(self, by, role, rights):
        self._need(by, "roles")
        new = frozenset(rights)
        if not isinstance(role, str) or not new <= RIGHTS:
            raise ValueError("no such right")
        self._within(by, self._roles.get(role, frozenset()) | new)
        if role == self._standard and new & HELPER_RIGHTS:
            raise ValueError("the standard role is for everybody")
        self._roles[role] = new

    def remove(self, by, role):
        self._need(by, "roles")
        if role not in self._roles:
            raise KeyError(role)
        if role == self._standard:
            raise ValueError("this is the standard role")
        self._within(by, self._roles[role])
        del self._roles[role]
        for name, held in self._members.items():
            if held == role:
                self._members[name] = None

    def set_standard(self, by, role):
        self._need(by, "roles")
        if role not in self._roles:
            raise KeyError(role)
        self._within(by, self._roles[role])
        if self._roles[role] & HELPER_RIGHTS:
            raise ValueError("the standard role is for everybody")
        self._standard = role
