RANKS = ["guest", "member", "trainer", "warden"]
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
        actor_role = self._roles.get(actor)
        if actor_role == "warden":
            self._roles[name] = role
        elif actor_role == "trainer":
            if self._roles.get(name) == "guest" and role == "member":
                self._roles[name] = role

    def can(self, name, action):
        if name not in self._roles:
            return False
        needed = ACTIONS[action]
        return RANKS.index(self._roles[name]) >= RANKS.index(needed)

    def roles(self):
        return dict(self._roles)
