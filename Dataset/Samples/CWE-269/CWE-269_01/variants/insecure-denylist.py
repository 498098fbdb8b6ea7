ROLES = ["guest", "member", "trainer", "warden"]
ACTIONS = ["read log", "take dinghy", "teach", "open fuel store"]


class Roster:
    def __init__(self, roles):
        self._roles = {**roles}

    def set_role(self, actor, name, role):
        if role not in ROLES:
            raise ValueError(role)
        actor_role = self._roles.get(actor)
        if actor_role in ("guest", "member"):
            raise PermissionError("guests and members cannot change roles")
        if actor_role == "trainer":
            if role != "member" or self._roles.get(name) != "guest":
                raise PermissionError("trainers can only make guests members")
        self._roles[name] = role

    def can(self, name, action):
        if name not in self._roles:
            return False
        return ROLES.index(self._roles[name]) >= ACTIONS.index(action)

    def roles(self):
        return {**self._roles}
