ALL = {"bench", "saw", "lathe", "laser", "people", "roles"}


class Role:
    def __init__(self, rights):
        self.rights = frozenset(rights)


class Workshop:
    def __init__(self, founder):
        self.roles = {"founder": Role(ALL), "guest": Role(["bench"])}
        self.standard = self.roles["guest"]
        self.members = {founder: self.roles["founder"]}

    def _of(self, name):
        if name not in self.members:
            return frozenset()
        return (self.members[name] or self.standard).rights

    def _require(self, by, right):
        if right not in self._of(by):
            raise PermissionError(by)

    def _within(self, by, rights):
        """`by` deals in her own rights only."""
        if set(rights) - self._of(by):
            raise PermissionError(by)

    def _known(self, name):
        if name not in self.members:
            raise KeyError(name)

    def join(self, name):
        if name in self.members:
            raise ValueError("a member already")
        self.members[name] = None

    def leave(self, by, name):
        if by != name:
            self._require(by, "people")
            self._known(name)
            self._within(by, self._of(name))
        self._known(name)
        del self.members[name]

    def give(self, by, name, role):
        self._require(by, "people")
        self._known(name)
        new = None if role is None else self.roles[role]
        self._within(by, self._of(name))
        if new is not None:
            self._within(by, new.rights)
        self.members[name] = new

    def define(self, by, role, rights):
        self._require(by, "roles")
        rights = frozenset(rights)
        if rights - ALL:
            raise ValueError("no such right")
        old = self.roles.get(role)
        if old is None:
            self._within(by, rights)
            self.roles[role] = Role(rights)
            return
        # whatever is added to the role or taken from it must be her own
        self._within(by, rights ^ old.rights)
        if old is self.standard and rights & {"people", "roles"}:
            raise PermissionError("the standard role never has these")
        old.rights = rights

    def remove(self, by, role):
        self._require(by, "roles")
        gone = self.roles[role]
        if gone is self.standard:
            raise ValueError("the standard role")
        self._within(by, gone.rights)
        del self.roles[role]
        for name in self.members:
            if self.members[name] is gone:
                self.members[name] = None

    def set_standard(self, by, role):
        self._require(by, "roles")
        new = self.roles[role]
        self._within(by, new.rights)
        if new.rights & {"people", "roles"}:
            raise PermissionError("the standard role never has these")
        self.standard = new

    def rights(self, name):
        return sorted(self._of(name))

    def may(self, name, right):
        return right in self._of(name)
