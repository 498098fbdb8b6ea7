LEVEL = {"guest": 1, "member": 2, "trainer": 3, "warden": 4}
LEVEL_OF_ACTION = {"read log": 1, "take dinghy": 2, "teach": 3, "open fuel store": 4}


class Roster:
    def __init__(self, roles):
        self._roles = roles.copy()

    def _level(self, name):
        return LEVEL.get(self._roles.get(name), 0)

    def set_role(self, actor, name, role):
        wanted = LEVEL[role]
        mine = self._level(actor)
        if mine < 3:
            raise PermissionError("no right to change roles")
        # Below a warden nobody touches an equal or a superior, and nobody hands out more than membership.
        if mine == 3 and (self._level(name) >= mine or name == actor or wanted > 2 or name not in self._roles):
            raise PermissionError("trainers only look after newcomers")
        self._roles[name] = role

    def can(self, name, action):
        return self._level(name) >= LEVEL_OF_ACTION[action]

    def roles(self):
        return dict(self._roles)
