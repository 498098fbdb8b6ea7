import enum
import functools


@functools.total_ordering
class Role(enum.Enum):
    GUEST = "guest"
    MEMBER = "member"
    TRAINER = "trainer"
    WARDEN = "warden"

    @property
    def rank(self):
        return list(type(self)).index(self)

    def __lt__(self, other):
        return self.rank < other.rank


_SKILLS = dict(zip(("read log", "take dinghy", "teach", "open fuel store"), Role))


def _guarded(method):
    @functools.wraps(method)
    def wrapper(self, actor, name, role):
        wanted = Role(role)
        match (self._people.get(actor), self._people.get(name), wanted):
            case (Role.WARDEN, _, _) | (Role.TRAINER, Role.GUEST, Role.MEMBER):
                return method(self, name, wanted)
        raise PermissionError(f"{actor!r} may not make {name!r} a {role}")

    return wrapper


class Roster:
    def __init__(self, roles):
        self._people = {name: Role(role) for name, role in roles.items()}

    @_guarded
    def set_role(self, name, role):
        self._people[name] = role

    def can(self, name, action):
        try:
            return self._people[name] >= _SKILLS[action]
        except KeyError:
            return False

    def roles(self):
        return {name: role.value for name, role in self._people.items()}
