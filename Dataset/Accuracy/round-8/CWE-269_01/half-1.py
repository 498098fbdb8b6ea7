ROLES = ("guest", "member", "trainer", "warden")
ACTIONS = {"read log": 0, "take dinghy": 1, "teach": 2, "open fuel store": 3}


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def _may_set(self, actor, name, role):
        own = self._roles.get(actor)
        if own == "warden":
            return True
        if own == "trainer":
            newcomer = self._roles.get(name, "guest") == "guest"
            return newcomer and role == "member"
        return False

    def set_role(self, actor, name, role):
        if not self._may_set(actor, name, role):
            raise PermissionError(f"{actor} may not make {name} a {role}")
        if role not in ROLES:
            raise ValueError(f"there is no role {role}")
        self._roles[name] = role

    def can(self, name, action):
        role = self._roles.get(name)
        if role is None or action not in ACTIONS:
            return False
        return ROLES.index(role) >= ACTIONS[action]

    def roles(self):
        return dict(self._roles)
