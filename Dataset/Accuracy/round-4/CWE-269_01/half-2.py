from enum import IntEnum


class Role(IntEnum):
    guest = 0
    member = 1
    trainer = 2
    warden = 3


ACTIONS = {"read log": Role.guest, "take dinghy": Role.member, "teach": Role.trainer, "open fuel store": Role.warden}


class Roster:
    def __init__(self, roles):
        self._people = {name: Role[role] for name, role in roles.items()}

    def _allowed(self, actor, name, new):
        mine = self._people.get(actor)
        if mine == Role.warden:
            return True
        if mine != Role.trainer or name not in self._people:
            return False
        return self._people[name] < mine and new < mine

    def set_role(self, actor, name, role):
        if not isinstance(role, str) or role not in Role.__members__:
            raise ValueError("unknown role")
        if not self._allowed(actor, name, Role[role]):
            raise PermissionError("not allowed")
        self._people[name] = Role[role]

    def can(self, name, action):
        return name in self._people and action in ACTIONS and self._people[name] >= ACTIONS[action]

    def roles(self):
        return {name: role.name for name, role in self._people.items()}
