RANKS = ["guest", "member", "trainer", "warden"]
NEEDED = {"read log": "guest", "take dinghy": "member", "teach": "trainer", "open fuel store": "warden"}


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def set_role(self, actor, name, role):
        if role not in RANKS:
            raise ValueError(f"unknown role: {role}")
        if self._roles.get(actor) not in ("trainer", "warden"):
            raise PermissionError("only trainers and wardens change roles")
        self._roles[name] = role

    def can(self, name, action):
        role = self._roles.get(name)
        if role is None:
            return False
        return RANKS.index(role) >= RANKS.index(NEEDED[action])

    def roles(self):
        return dict(self._roles)
