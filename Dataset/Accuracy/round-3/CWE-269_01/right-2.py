from types import MappingProxyType

ROLES = ("guest", "member", "trainer", "warden")
GRANTS = MappingProxyType({
    ("read log",): ROLES[0:],
    ("take dinghy",): ROLES[1:],
    ("teach",): ROLES[2:],
    ("open fuel store",): ROLES[3:],
})
ANY = (None, *ROLES)
RULES = frozenset(
    [("warden", before, after) for before in ANY for after in ROLES] + [("trainer", "guest", "member")]
)


class Roster:
    """An append-only history; the present role is the last entry of a name."""

    def __init__(self, roles):
        self.__history = [*roles.items()]

    def __now(self):
        return dict(self.__history)

    def set_role(self, actor, name, role):
        if ROLES.count(role) != 1:
            raise ValueError(role)
        now = self.__now()
        if (now.get(actor), now.get(name), role) in RULES:
            self.__history.append((name, role))
            return
        raise PermissionError(actor, name, role)

    def can(self, name, action):
        return self.__now().get(name) in GRANTS.get((action,), ())

    roles = __now
