ROLES = ("guest", "member", "trainer", "warden")
NEEDED = {"read log": "guest", "take dinghy": "member", "teach": "trainer", "open fuel store": "warden"}


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def set_role(self, actor, name, role):
        if role not in ROLES:
            raise ValueError("no such role")
        mine = self._roles.get(actor)
        if mine == "warden":
            self._roles[name] = role
        elif mine == "trainer" and role == "member" and self._roles.get(name, "guest") == "guest":
            self._roles[name] = role
        else:
            raise PermissionError(f"{actor} may not do this")

    def can(self, name, action):
        role = self._roles.get(name)
        if role is None or action not in NEEDED:
            return False
        return ROLES.index(role) >= ROLES.index(NEEDED[action])

    def roles(self):
        return dict(self._roles)
