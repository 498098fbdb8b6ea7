from types import MappingProxyType


class Guest:
    name = "guest"
    actions = frozenset({"read log"})

    def promote(self, present, wanted):
        raise PermissionError(f"a {self.name} changes no roles")


class Member(Guest):
    name = "member"
    actions = Guest.actions | {"take dinghy"}


class Trainer(Member):
    name = "trainer"
    actions = Member.actions | {"teach"}

    def promote(self, present, wanted):
        if (type(present), type(wanted)) != (Guest, Member):
            raise PermissionError("trainers make guests members, and nothing else")
        return wanted


class Warden(Trainer):
    name = "warden"
    actions = Trainer.actions | {"open fuel store"}

    def promote(self, present, wanted):
        return wanted


ROLES = MappingProxyType({role.name: role() for role in (Guest, Member, Trainer, Warden)})


class Roster:
    def __init__(self, roles):
        self._people = {name: ROLES[role] for name, role in roles.items()}

    def set_role(self, actor, name, role):
        try:
            wanted = ROLES[role]
        except (KeyError, TypeError):
            raise ValueError(f"{role!r} is not a role") from None
        try:
            promote = self._people[actor].promote
        except KeyError:
            raise PermissionError("not in the roster") from None
        self._people[name] = promote(self._people.get(name), wanted)

    def can(self, name, action):
        return name in self._people and action in self._people[name].actions

    def roles(self):
        return {name: role.name for name, role in self._people.items()}
