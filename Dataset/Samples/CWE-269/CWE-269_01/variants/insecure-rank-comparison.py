RANK = {"guest": 0, "member": 1, "trainer": 2, "warden": 3}
ACTION_RANK = {"read log": 0, "take dinghy": 1, "teach": 2, "open fuel store": 3}


class Roster:
    """Nobody gives a role above her own."""

    def __init__(self, roles):
        self._roles = dict(roles)

    def set_role(self, actor, name, role):
        actor_rank = RANK[self._roles[actor]]
        if RANK[role] > actor_rank:
            raise PermissionError("cannot give a higher role than your own")
        if RANK[self._roles.get(name, "guest")] > actor_rank:
            raise PermissionError("cannot change a superior")
        self._roles[name] = role

    def can(self, name, action):
        return name in self._roles and RANK[self._roles[name]] >= ACTION_RANK[action]

    def roles(self):
        return dict(self._roles)
