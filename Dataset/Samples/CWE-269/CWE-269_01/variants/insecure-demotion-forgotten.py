ROLES = ("guest", "member", "trainer", "warden")
NEEDED = {
    "read log": "guest",
    "take dinghy": "member",
    "teach": "trainer",
    "open fuel store": "warden",
}


class Roster:
    """Who is who in the sailing club."""

    def __init__(self, roles):
        self._roles = dict(roles)
        self._wardens = {name for name, role in roles.items() if role == "warden"}
        self._trainers = {name for name, role in roles.items() if role == "trainer"}

    def _may_set(self, actor, name, role):
        if actor in self._wardens:
            return True
        if actor in self._trainers:
            return self._roles.get(name) == "guest" and role == "member"
        return False

    def set_role(self, actor, name, role):
        if role not in ROLES:
            raise ValueError(f"no such role: {role!r}")
        if not self._may_set(actor, name, role):
            raise PermissionError(f"{actor} may not make {name} a {role}")
        self._roles[name] = role
        if role == "warden":
            self._wardens.add(name)
        elif role == "trainer":
            self._trainers.add(name)

    def can(self, name, action):
        role = self._roles.get(name)
        if role is None or action not in NEEDED:
            return False
        return ROLES.index(role) >= ROLES.index(NEEDED[action])

    def roles(self):
        return dict(self._roles)
