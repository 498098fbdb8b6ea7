from enum import IntEnum


class Role(IntEnum):
    GUEST = 0
    MEMBER = 1
    TRAINER = 2
    WARDEN = 3

    @classmethod
    def parse(cls, text: str) -> "Role":
        return cls[text.upper()]


ACTIONS = {
    "read log": Role.GUEST,
    "take dinghy": Role.MEMBER,
    "teach": Role.TRAINER,
    "open fuel store": Role.WARDEN,
}


class Roster:
    def __init__(self, roles: dict[str, str]) -> None:
        self._people = {name: Role.parse(role) for name, role in roles.items()}

    def set_role(self, actor: str, name: str, role: str) -> None:
        wanted = Role.parse(role)
        giver = self._people.get(actor, Role.GUEST)
        if giver is not Role.WARDEN:
            promotes_guest = self._people.get(name) is Role.GUEST and wanted is Role.MEMBER
            if giver is not Role.TRAINER or not promotes_guest:
                return
        self._people[name] = wanted

    def can(self, name: str, action: str) -> bool:
        return name in self._people and self._people[name] >= ACTIONS[action]

    def roles(self) -> dict[str, str]:
        return {name: role.name.lower() for name, role in self._people.items()}
