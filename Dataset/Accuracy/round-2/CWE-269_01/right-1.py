from enum import Enum


class NotAllowed(PermissionError):
    pass


class NotAllowedNorARole(PermissionError, ValueError):
    pass


class Role(Enum):
    GUEST = "guest", "read log"
    MEMBER = "member", "take dinghy"
    TRAINER = "trainer", "teach"
    WARDEN = "warden", "open fuel store"

    def __new__(cls, word, action):
        self = object.__new__(cls)
        self._value_ = word
        self.gains = action
        return self

    @property
    def actions(self):
        every = list(Role)
        return {role.gains for role in every[:every.index(self) + 1]}


TRAINERS_ONLY_STEP = Role.GUEST, Role.MEMBER


class Roster:
    def __init__(self, roles):
        self.__people = {name: Role(role) for name, role in roles.items()}

    def set_role(self, actor, name, role):
        is_warden = self.__people.get(actor) is Role.WARDEN
        try:
            wanted = Role(role)
        except ValueError:
            if is_warden:
                raise
            raise NotAllowedNorARole(f"{actor!r} asks for {role!r}") from None
        if not is_warden:
            if self.__people.get(actor) is not Role.TRAINER:
                raise NotAllowed(actor)
            if (self.__people.get(name), wanted) != TRAINERS_ONLY_STEP:
                raise NotAllowed(f"{actor!r} is a trainer")
        self.__people = {**self.__people, name: wanted}

    def can(self, name, action):
        try:
            return action in self.__people[name].actions
        except KeyError:
            return False

    def roles(self):
        return {name: role.value for name, role in self.__people.items()}
