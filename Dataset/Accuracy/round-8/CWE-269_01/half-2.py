from enum import IntEnum


class Role(IntEnum):
    guest = 1
    member = 2
    trainer = 3
    warden = 4


NEEDED = {
    "read log": Role.guest,
    "take dinghy": Role.member,
    "teach": Role.trainer,
    "open fuel store": Role.warden,
}
STAFF = {Role.trainer, Role.warden}


class Roster:
    def __init__(self, roles):
        self._people = {}
        self._staff = {}
        for name, role in roles.items():
            self._store(name, Role[role])

    def _store(self, name, role):
        self._people[name] = role
        if role in STAFF:
            self._staff[name] = role

    def set_role(self, actor, name, role):
        if role not in Role.__members__:
            raise ValueError(f"unknown role: {role!r}")
        role = Role[role]
        rights = self._staff.get(actor)
        if rights is None:
            raise PermissionError("only trainers and wardens change the roster")
        if rights is not Role.warden:
            if self._people.get(name) is not Role.guest or role is not Role.member:
                raise PermissionError("a trainer can only make a guest a member")
        self._store(name, role)

    def can(self, name, action):
        role = self._people.get(name)
        return role is not None and action in NEEDED and role >= NEEDED[action]

    def roles(self):
        return {name: role.name for name, role in self._people.items()}
