from enum import IntEnum


class Role(IntEnum):
    guest = 0
    member = 1
    trainer = 2
    warden = 3


NEEDED = {
    "read log": Role.guest,
    "take dinghy": Role.member,
    "teach": Role.trainer,
    "open fuel store": Role.warden,
}


def _role(name):
    for role in Role:
        if role.name == name:
            return role
    raise ValueError(f"no such role: {name!r}")


class Roster:
    def __init__(self, roles):
        self._people = {name: _role(role) for name, role in roles.items()}

    def _may_set(self, actor, name, role):
        rank = self._people.get(actor)
        if rank is Role.warden:
            return True
        return (
            rank is Role.trainer
            and self._people.get(name) is Role.guest
            and role is Role.member
        )

    def set_role(self, actor, name, role):
        new_role = _role(role)
        if not self._may_set(actor, name, new_role):
            raise PermissionError(f"{actor} may not do this")
        self._people[name] = new_role

    def can(self, name, action):
        rank = self._people.get(name)
        return rank is not None and action in NEEDED and rank >= NEEDED[action]

    def roles(self):
        return {name: role.name for name, role in self._people.items()}
