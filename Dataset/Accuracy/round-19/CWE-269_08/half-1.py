RIGHTS = frozenset(["bench", "saw", "lathe", "laser", "people", "roles"])
KEY_RIGHTS = frozenset(["people", "roles"])


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": RIGHTS, "guest": frozenset(["bench"])}
        self._standard = "guest"
        self._members = {founder: "founder"}

    def _rights(self, name):
        if name not in self._members:
            return frozenset()
        role = self._members[name]
        return self._roles[self._standard if role is None else role]

    def _need(self, by, right):
        if right not in self._rights(by):
            raise PermissionError(f"{by!r} lacks {right}")

    def _covers(self, by, rights):
        """Nobody handles what is more than she has herself."""
        if not rights <= self._rights(by):
            raise PermissionError(f"{by!r} has less than that herself")

    def _role_rights(self, role):
        return self._roles[role] if role is not None else frozenset()

    def _role(self, role):
        if not isinstance(role, str) or role not in self._roles:
            raise KeyError(role)

    def join(self, name):
        if not isinstance(name, str):
            raise ValueError("a name is a string")
        if name in self._members:
            raise ValueError(f"{name!r} is a member")
        self._members[name] = None

    def leave(self, by, name):
        if by != name:
            self._need(by, "people")
        if name not in self._members:
            raise KeyError(name)
        if by != name:
            self._covers(by, self._role_rights(self._members[name]))
        del self._members[name]

    def give(self, by, name, role):
        self._need(by, "people")
        if name not in self._members:
            raise KeyError(name)
        if role is not None:
            self._role(role)
        # what she has now must not be above `by`, nor what she gets; falling
        # back to the standard role is open to everyone
        self._covers(by, self._role_rights(self._members[name]))
        self._covers(by, self._role_rights(role))
        self._members[name] = role

    def define(self, by, role, rights):
        self._need(by, "roles")
        if not isinstance(role, str):
            raise ValueError("a role is a string")
        if not isinstance(rights, (list, tuple, set, frozenset)):
            raise ValueError("rights are a list")
        new = frozenset(rights)
        if not new <= RIGHTS:
            raise ValueError("no such right")
        self._covers(by, new)
        self._covers(by, self._roles.get(role, frozenset()))
        if role == self._standard and new & KEY_RIGHTS:
            raise ValueError("not for the standard role")
        self._roles[role] = new

    def remove(self, by, role):
        self._need(by, "roles")
        self._role(role)
        self._covers(by, self._roles[role])
        if role == self._standard:
            raise ValueError("this is the standard role")
        for name, own in self._members.items():
            if own == role:
                self._members[name] = None
        del self._roles[role]

    def set_standard(self, by, role):
        self._need(by, "roles")
        self._role(role)
        self._covers(by, self._roles[role])
        if self._roles[role] & KEY_RIGHTS:
            raise ValueError("not as the standard role")
        self._standard = role

    def rights(self, name):
        return sorted(self._rights(name))

    def may(self, name, right):
        return right in self._rights(name)
