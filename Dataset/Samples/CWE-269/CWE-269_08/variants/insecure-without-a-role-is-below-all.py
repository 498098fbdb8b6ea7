RIGHTS = {"bench", "saw", "lathe", "laser", "people", "roles"}
#: What nobody has by walking in.
NEVER_STANDARD = {"people", "roles"}


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": set(RIGHTS), "guest": {"bench"}}
        self._standard = "guest"
        #: None: no role of her own.
        self._members = {founder: "founder"}

    def _rights(self, name):
        if name not in self._members:
            return set()
        role = self._members[name]
        return self._roles[self._standard if role is None else role]

    def _needs(self, by, right):
        if right not in self._rights(by):
            raise PermissionError(f"{by} lacks {right}")

    def _has_all(self, by, rights):
        if not set(rights) <= self._rights(by):
            raise PermissionError(f"{by} may less than that")

    def _is_member(self, name):
        if name not in self._members:
            raise KeyError(name)

    def join(self, name):
        if name in self._members:
            raise ValueError(f"{name} is a member")
        self._members[name] = None

    def leave(self, by, name):
        if by != name or name not in self._members:
            self._needs(by, "people")
        self._is_member(name)
        self._has_all(by, self._rights(name))
        del self._members[name]

    def give(self, by, name, role):
        self._needs(by, "people")
        self._is_member(name)
        if self._members[name] is not None:
            self._has_all(by, self._rights(name))
        if role is not None:
            self._has_all(by, self._roles[role])
        self._members[name] = role

    def define(self, by, role, rights):
        self._needs(by, "roles")
        self._has_all(by, {*rights, *self._roles.get(role, ())})
        if role == self._standard and NEVER_STANDARD & set(rights):
            raise PermissionError("not for everybody")
        self._roles[role] = set(rights)

    def remove(self, by, role):
        self._needs(by, "roles")
        self._has_all(by, self._roles[role])
        if role == self._standard:
            raise ValueError("this is the standard role")
        del self._roles[role]
        for name, one in self._members.items():
            if one == role:
                self._members[name] = None

    def set_standard(self, by, role):
        self._needs(by, "roles")
        self._has_all(by, self._roles[role])
        if NEVER_STANDARD & self._roles[role]:
            raise PermissionError("not for everybody")
        self._standard = role

    def rights(self, name):
        return sorted(self._rights(name))

    def may(self, name, right):
        return right in self._rights(name)
