from collections import ChainMap
from dataclasses import dataclass


@dataclass(frozen=True)
class Rank:
    name: str
    own: str
    below: "Rank | None" = None

    def rights(self):
        if self.below is not None:
            yield from self.below.rights()
        yield self.own

    def may_change(self, old, new):
        return False


class Trainer(Rank):
    def may_change(self, old, new):
        return (old, new) == ("guest", "member")


class Warden(Rank):
    def may_change(self, old, new):
        return True


GUEST = Rank("guest", "read log")
MEMBER = Rank("member", "take dinghy", GUEST)
TRAINER = Trainer("trainer", "teach", MEMBER)
WARDEN = Warden("warden", "open fuel store", TRAINER)
NOBODY = Rank("", "")
BY_NAME = {rank.name: rank for rank in (GUEST, MEMBER, TRAINER, WARDEN)}


class Roster:
    def __init__(self, roles):
        self._changes = ChainMap({}, dict(roles))

    def _rank(self, name):
        return BY_NAME[self._changes[name]] if name in self._changes else NOBODY

    def set_role(self, actor, name, role):
        if not isinstance(role, str) or role not in BY_NAME:
            raise ValueError(role)
        if not self._rank(actor).may_change(self._rank(name).name, role):
            raise PermissionError(actor)
        self._changes[name] = role

    def can(self, name, action):
        return name in self._changes and action in self._rank(name).rights()

    def roles(self):
        return dict(self._changes)
