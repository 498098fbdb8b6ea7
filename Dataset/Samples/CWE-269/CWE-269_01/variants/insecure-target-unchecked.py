ORDER = ("guest", "member", "trainer", "warden")
ACTIONS = ("read log", "take dinghy", "teach", "open fuel store")


class Roster:
    def __init__(self, roles):
        self.entries = dict(roles)

    def set_role(self, actor, name, role):
        current = self.entries[actor]
        if current == "warden" or (current == "trainer" and role == "member"):
            self.entries[name] = role
        else:
            raise PermissionError(f"{actor} cannot assign {role}")

    def can(self, name, action):
        if name not in self.entries:
            return False
        return ACTIONS.index(action) <= ORDER.index(self.entries[name])

    def roles(self):
        return dict(self.entries)
