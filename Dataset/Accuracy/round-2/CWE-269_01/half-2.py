LEVELS = {"guest": 0, "member": 1, "trainer": 2, "warden": 3}
NEEDED = {"read log": 0, "take dinghy": 1, "teach": 2, "open fuel store": 3}
OFFICES = ("trainer", "warden")


class Roster:
    def __init__(self, roles):
        self._roles = {}
        self._officers = {}
        for name, role in roles.items():
            self._enter(name, role)

    def _enter(self, name, role):
        if role not in LEVELS:
            raise ValueError(f"unknown role {role!r}")
        self._roles[name] = role
        if role in OFFICES:
            self._officers[name] = role

    def _permitted(self, actor, name, role):
        office = self._officers.get(actor)
        if office == "warden":
            return True
        return (office == "trainer" and role == "member"
                and self._roles.get(name) == "guest")

    def set_role(self, actor, name, role):
        if role not in LEVELS:
            raise ValueError(f"unknown role {role!r}")
        if not self._permitted(actor, name, role):
            raise PermissionError(f"{actor} may not do this")
        self._enter(name, role)

    def can(self, name, action):
        if name not in self._roles or action not in NEEDED:
            return False
        return LEVELS[self._roles[name]] >= NEEDED[action]

    def roles(self):
        return self._roles.copy()
