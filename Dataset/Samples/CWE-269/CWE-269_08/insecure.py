RIGHTS = ["bench", "laser", "lathe", "people", "roles", "saw"]


class Workshop:
    def __init__(self, founder):
        self.roles = {"founder": RIGHTS, "guest": ["bench"]}
        self.standard = "guest"
        self.members = {founder: "founder"}

    def rights(self, name):
        if name not in self.members:
            return []
        role = self.members[name]
        return sorted(self.roles.get(role, self.roles[self.standard]))

    def may(self, name, right):
        return right in self.rights(name)

    def check(self, by, right):
        if not self.may(by, right):
            raise PermissionError(f"{by} needs the right {right}")

    def join(self, name):
        if name in self.members:
            raise ValueError(f"{name} is a member already")
        self.members[name] = None

    def leave(self, by, name):
        if by != name:
            self.check(by, "people")
        elif name not in self.members:
            raise PermissionError(by)
        del self.members[name]

    def give(self, by, name, role):
        self.check(by, "people")
        if name not in self.members:
            raise KeyError(name)
        if role is not None and role not in self.roles:
            raise KeyError(role)
        self.members[name] = role

    def define(self, by, role, rights):
        self.check(by, "roles")
        self.roles[role] = list(rights)

    def remove(self, by, role):
        self.check(by, "roles")
        if role == self.standard:
            raise ValueError("this is the standard role")
        del self.roles[role]

    def set_standard(self, by, role):
        self.check(by, "roles")
        if role not in self.roles:
            raise KeyError(role)
        self.standard = role
