RANKS = ["guest", "member", "trainer", "warden"]
NEEDED = {"read log": "guest", "take dinghy": "member", "teach": "trainer", "open fuel store": "warden"}


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def set_role(self, actor, name, role):
        if role not in RANKS:
            raise ValueError(f"unknown role: {role}")
        if not self._may_set(actor, name, role):
            raise PermissionError(f"{actor} may not make {name} a {role}")
        self._roles[name] = role

    def _may_set(self, actor, name, role):
        actor_role = self._roles.get(actor)
        if actor_role == "warden":
            return True
        return actor_role == "trainer" and self._roles.get(name) == "guest" and role == "member"

    def can(self, name, action):
        role = self._roles.get(name)
        if role is None:
            return False
        return RANKS.index(role) >= RANKS.index(NEEDED[action])

    def roles(self):
        return dict(self._roles)
