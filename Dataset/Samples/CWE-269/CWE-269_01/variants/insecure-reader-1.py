ROLES = ["guest", "member", "trainer", "warden"]

ACTIONS = {
    "read log": "guest",
    "take dinghy": "member",
    "teach": "trainer",
    "open fuel store": "warden",
}


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def set_role(self, actor, name, role):
        self._roles[name] = role

    def can(self, name, action):
        role = self._roles.get(name)
        if role is None:
            return False
        return ROLES.index(role) >= ROLES.index(ACTIONS[action])

    def roles(self):
        return dict(self._roles)
