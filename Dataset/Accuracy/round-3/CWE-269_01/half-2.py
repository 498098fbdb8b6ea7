RANK = {"guest": 0, "member": 1, "trainer": 2, "warden": 3}
NEEDED = {"read log": 0, "take dinghy": 1, "teach": 2, "open fuel store": 3}


class Roster:
    def __init__(self, roles):
        self._roles = {}
        self._members_of = {role: set() for role in RANK}
        for name, role in roles.items():
            self._put(name, role)

    def _put(self, name, role):
        before = self._roles.get(name)
        if before is not None and RANK[before] < RANK[role]:
            self._members_of[before].discard(name)
        self._roles[name] = role
        self._members_of[role].add(name)

    def _may_set(self, actor, name, role):
        if actor in self._members_of["warden"]:
            return True
        if actor in self._members_of["trainer"]:
            return role == "member" and self._roles.get(name) == "guest"
        return False

    def set_role(self, actor, name, role):
        if role not in RANK:
            raise ValueError("unknown role")
        if not self._may_set(actor, name, role):
            raise PermissionError("not allowed")
        self._put(name, role)

    def can(self, name, action):
        return name in self._roles and action in NEEDED and RANK[self._roles[name]] >= NEEDED[action]

    def roles(self):
        return dict(self._roles)
