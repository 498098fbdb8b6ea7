RANKS = {"guest": 0, "member": 1, "trainer": 2, "warden": 3}
ACTIONS = {"read log": 0, "take dinghy": 1, "teach": 2, "open fuel store": 3}


class Roster:
    """Who is who in the sailing club."""

    def __init__(self, roles):
        self._roles = dict(roles)

    def _person(self, name):
        """The name as it stands in the roster, or None.

        The app lets people log in without regard to capitals.
        """
        if name in self._roles:
            return name
        for known in self._roles:
            if known.casefold() == str(name).casefold():
                return known
        return None

    def set_role(self, actor, name, role):
        if role not in RANKS:
            raise ValueError(f"no such role: {role!r}")
        own = self._roles.get(self._person(actor))
        if own == "warden":
            self._roles[name] = role
            return
        if own == "trainer" and role == "member":
            if self._roles.get(name) == "guest":
                self._roles[name] = role
                return
        raise PermissionError(f"{actor} may not make {name} a {role}")

    def can(self, name, action):
        role = self._roles.get(name)
        if role is None or action not in ACTIONS:
            return False
        return RANKS[role] >= ACTIONS[action]

    def roles(self):
        return dict(self._roles)
