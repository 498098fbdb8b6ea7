import logging

audit = logging.getLogger("roster.audit")


class Guest:
    word = "guest"
    actions = ("read log",)

    def grant(self, present, role):
        return False


class Member(Guest):
    word = "member"
    actions = (*Guest.actions, "take dinghy")


class Trainer(Member):
    word = "trainer"
    actions = (*Member.actions, "teach")

    def grant(self, present, role):
        return type(present) is Guest and role is Member


class Warden(Trainer):
    word = "warden"
    actions = (*Trainer.actions, "open fuel store")

    def grant(self, present, role):
        return True


def role_class(word):
    for candidate in (Guest, Member, Trainer, Warden):
        if candidate.word == word:
            return candidate
    raise ValueError(f"there is no role {word!r}")


class Roster:
    def __init__(self, roles):
        self._badges = {name: role_class(word)() for name, word in roles.items()}

    def set_role(self, actor, name, role):
        wanted = role_class(role)
        badge = self._badges.get(actor)
        if badge is None or not badge.grant(self._badges.get(name), wanted):
            audit.warning("refused: %r wants %r as %r", actor, name, role)
            raise PermissionError("this is not yours to give")
        self._badges[name] = wanted()
        audit.info("%r made %r a %s", actor, name, role)

    def can(self, name, action):
        return name in self._badges and action in self._badges[name].actions

    def roles(self):
        return {name: badge.word for name, badge in self._badges.items()}
