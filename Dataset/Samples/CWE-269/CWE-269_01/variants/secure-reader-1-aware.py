LEVEL = {"guest": 0, "member": 1, "trainer": 2, "warden": 3}

NEEDED = {
    "read log": LEVEL["guest"],
    "take dinghy": LEVEL["member"],
    "teach": LEVEL["trainer"],
    "open fuel store": LEVEL["warden"],
}


def _known(role):
    return isinstance(role, str) and role in LEVEL


class Roster:
    def __init__(self, roles):
        for name, role in roles.items():
            if not _known(role):
                raise ValueError(f"{name!r} has no known role")
        self._roles = dict(roles)

    def _permitted(self, actor, name, role):
        rank = self._roles.get(actor)
        if rank == "warden":
            return True
        if rank == "trainer":
            return self._roles.get(name) == "guest" and role == "member"
        return False

    def set_role(self, actor, name, role):
        if not _known(role):
            raise ValueError("no such role")
        if not self._permitted(actor, name, role):
            raise PermissionError(f"{actor!r} may not do this")
        self._roles[name] = role

    def can(self, name, action):
        role = self._roles.get(name)
        if role is None or action not in NEEDED:
            return False
        return LEVEL[role] >= NEEDED[action]

    def roles(self):
        return self._roles.copy()
