from enum import IntEnum


class Role(IntEnum):
    guest = 1
    member = 2
    trainer = 3
    warden = 4


ACTIONS = {"read log": Role.guest, "take dinghy": Role.member, "teach": Role.trainer, "open fuel store": Role.warden}


class Roster:
    def __init__(self, roles):
        self._people = {name: Role[role] for name, role in roles.items()}

    def set_role(self, actor, name, role):
        if role not in Role.__members__:
            raise ValueError("there is no such role")
        new = Role[role]
        rank = self._people.get(actor)
        if rank is None or rank < Role.trainer:
            raise PermissionError("only trainers and wardens change roles")
        if rank == Role.trainer:
            present = self._people.get(name)
            if present is None or present >= rank or new >= rank:
                raise PermissionError("a trainer only looks after newcomers")
        self._people[name] = new

    def can(self, name, action):
        needed = ACTIONS.get(action)
        return needed is not None and self._people.get(name, 0) >= needed

    def roles(self):
        return {name: role.name for name, role in self._people.items()}
