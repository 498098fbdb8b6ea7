LEVELS = {"guest": 0, "member": 1, "trainer": 2, "warden": 3}
ACTIONS = {"read log": 0, "take dinghy": 1, "teach": 2, "open fuel store": 3}


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def set_role(self, actor, name, role):
        if role not in LEVELS:
            raise ValueError("unknown role")
        actor_role = self._roles.get(actor)
        if actor_role not in ("trainer", "warden"):
            raise PermissionError("not allowed")
        if actor_role == "trainer" and actor == name:
            raise PermissionError("you cannot change your own role")
        self._roles[name] = role

    def can(self, name, action):
        return LEVELS.get(self._roles.get(name), -1) >= ACTIONS[action]

    def roles(self):
        return dict(self._roles)
