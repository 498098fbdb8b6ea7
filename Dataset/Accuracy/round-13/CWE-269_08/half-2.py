"""The workshop's roles and members."""

RIGHTS = ("bench", "saw", "lathe", "laser", "people", "roles")


class Role:
    def __init__(self, name, rights):
        self.name = name
        self.rights = set(rights)


class Workshop:
    def __init__(self, founder):
        top = Role("founder", RIGHTS)
        self.standard = Role("guest", ["bench"])
        self.roles = {role.name: role for role in (top, self.standard)}
        self.members = {founder: top}

    def join(self, name):
        if name in self.members:
            raise ValueError(name)
        self.members[name] = None

    def leave(self, by, name):
        if by == name:
            if name not in self.members:
                raise KeyError(name)
        else:
            self._needs(by, "people")
            self._touch_member(by, name)
        del self.members[name]

    def give(self, by, name, role):
        self._needs(by, "people")
        if name not in self.members:
            raise KeyError(name)
        new = None if role is None else self.roles[role]
        self._touch_member(by, name)
        if new is not None:
            self._touch_role(by, new)
        self.members[name] = new

    def define(self, by, role, rights):
        self._needs(by, "roles")
        wanted = set(rights)
        if not wanted <= self._of(by):
            raise PermissionError("rights that you lack yourself")
        known = self.roles.get(role)
        if known is None:
            self.roles[role] = Role(role, wanted)
            return
        self._touch_role(by, known)
        if known is self.standard:
            self._harmless(wanted)
        known.rights = wanted

    def remove(self, by, role):
        self._needs(by, "roles")
        gone = self.roles[role]
        self._touch_role(by, gone)
        if gone is self.standard:
            raise ValueError("the standard role stays")
        del self.roles[role]
        for name, own in self.members.items():
            if own is gone:
                self.members[name] = None

    def set_standard(self, by, role):
        self._needs(by, "roles")
        new = self.roles[role]
        self._touch_role(by, new)
        self._harmless(new.rights)
        self.standard = new

    def rights(self, name):
        return sorted(self._of(name))

    def may(self, name, right):
        return right in self._of(name)

    def _of(self, name):
        if name not in self.members:
            return set()
        return (self.members[name] or self.standard).rights

    def _needs(self, by, right):
        if right not in self._of(by):
            raise PermissionError(f"{by} lacks {right}")

    def _touch_member(self, by, name):
        """Only members who are no more powerful may be given or lose something."""
        own = self.members[name]
        if own is not None:     # else she has but what everybody who walks in has
            self._touch_role(by, own)

    def _touch_role(self, by, role):
        if not role.rights <= self._of(by):
            raise PermissionError(f"{role.name} has rights that {by} lacks")

    @staticmethod
    def _harmless(rights):
        if not rights.isdisjoint(("people", "roles")):
            raise PermissionError("not for the standard role")
