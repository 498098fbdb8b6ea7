RANKS = ("guest", "member", "trainer", "warden")
NEEDED = {"read log": "guest", "take dinghy": "member", "teach": "trainer", "open fuel store": "warden"}


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def _role(self, name):
        return self._roles.get(name, "guest")

    def set_role(self, actor, name, role):
        if role not in RANKS:
            raise ValueError(f"unknown role: {role!r}")
        mine = self._role(actor)
        if mine == "warden":
            self._roles[name] = role
            return
        if mine == "trainer" and self._role(name) == "guest" and role == "member":
            self._roles[name] = role
            return
        raise PermissionError(f"{actor} may not do this")

    def can(self, name, action):
        if name not in self._roles or action not in NEEDED:
            return False
        return RANKS.index(self._roles[name]) >= RANKS.index(NEEDED[action])

    def roles(self):
        return dict(self._roles)
