ROLES = ("guest", "member", "trainer", "warden")
ACTIONS = {"read log": "guest", "take dinghy": "member", "teach": "trainer", "open fuel store": "warden"}


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def _role(self, name):
        return self._roles.get(name, "guest")

    def set_role(self, actor, name, role):
        if role not in ROLES:
            raise ValueError(f"no such role: {role!r}")
        by = self._roles.get(actor)
        if by == "warden":
            pass
        elif by == "trainer" and role == "member" and self._role(name) == "guest":
            pass
        else:
            raise PermissionError(f"{actor} may not make {name} a {role}")
        self._roles[name] = role

    def can(self, name, action):
        if name not in self._roles or action not in ACTIONS:
            return False
        return ROLES.index(self._roles[name]) >= ROLES.index(ACTIONS[action])

    def roles(self):
        return dict(self._roles)
