import itertools
import logging

_log = logging.getLogger("club")
_ROLES = "guest member trainer warden".split()
_RIGHTS = dict(zip(_ROLES, itertools.accumulate(
    ({"read log"}, {"take dinghy"}, {"teach"}, {"open fuel store"}), set.union)))


class Roster:
    __slots__ = ("_rows",)

    def __init__(self, roles):
        self._rows = tuple(roles.items())

    def roles(self):
        return {name: role for name, role in self._rows}

    def can(self, name, action):
        return action in _RIGHTS.get(self.roles().get(name), ())

    def set_role(self, actor, name, role):
        if role not in _ROLES:
            raise ValueError(f"{role!r} is none of {_ROLES}")
        before = self.roles()
        match before.get(actor), before.get(name), role:
            case "warden", _, _:
                pass
            case "trainer", "guest", "member":
                pass
            case refused:
                _log.warning("refused: %s", refused)
                raise PermissionError(f"{actor!r} may not make {name!r} a {role}")
        self._rows = tuple({**before, name: role}.items())
