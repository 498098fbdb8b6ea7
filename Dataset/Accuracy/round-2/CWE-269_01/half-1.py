GUEST, MEMBER, TRAINER, WARDEN = ROLES = ("guest", "member", "trainer", "warden")
ACTIONS = ("read log", "take dinghy", "teach", "open fuel store")


class Roster:
    def __init__(self, roles):
        self._roles = dict(roles)

    def _role_of(self, name):
        return self._roles.get(name, GUEST)

    def set_role(self, actor, name, role):
        if role not in ROLES:
            raise ValueError(f"no such role: {role!r}")
        rank = self._role_of(actor)
        if rank == WARDEN:
            allowed = True
        elif rank == TRAINER:
            allowed = role == MEMBER and self._role_of(name) == GUEST
        else:
            allowed = False
        if not allowed:
            raise PermissionError(f"{actor} may not make {name} a {role}")
        self._roles[name] = role

    def can(self, name, action):
        if name not in self._roles or action not in ACTIONS:
            return False
        return ROLES.index(self._roles[name]) >= ACTIONS.index(action)

    def roles(self):
        return dict(self._roles)
