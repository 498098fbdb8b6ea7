ROLES = ["guest", "member", "trainer", "warden"]
ACTIONS = ["read log", "take dinghy", "teach", "open fuel store"]


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def set_role(self, actor, name, role):
        actor_role = self._roles.get(actor)
        if actor_role == "warden":
            if role not in ROLES:
                raise ValueError("there is no such role")
        elif actor_role == "trainer":
            if role not in ROLES:
                raise ValueError("there is no such role")
            if self._roles.get(name) != "guest" or role != "member":
                raise PermissionError("a trainer can only make a guest a member")
        else:
            raise PermissionError("only wardens and trainers change roles")
        self._roles[name] = role

    def can(self, name, action):
        role = self._roles.get(name)
        if role not in ROLES or action not in ACTIONS:
            return False
        return ACTIONS.index(action) <= ROLES.index(role)

    def roles(self):
        return dict(self._roles)
