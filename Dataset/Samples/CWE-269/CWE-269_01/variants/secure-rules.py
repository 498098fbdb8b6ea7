class NotAllowed(Exception):
    pass


class Roster:
    RIGHTS = {
        "guest": {"read log"},
        "member": {"read log", "take dinghy"},
        "trainer": {"read log", "take dinghy", "teach"},
        "warden": {"read log", "take dinghy", "teach", "open fuel store"},
    }
    # (role of the actor, role before, role after); None stands for everything.
    CHANGES = [("warden", None, None), ("trainer", "guest", "member")]

    def __init__(self, roles):
        self.people = {}
        for name, role in roles.items():
            self.people[name] = role

    def set_role(self, actor, name, role):
        if role not in self.RIGHTS:
            return {"error": "no such role"}
        giver = self.people.get(actor)
        before = self.people.get(name)
        for who, old, new in self.CHANGES:
            if giver == who and old in (None, before) and new in (None, role):
                self.people[name] = role
                return None
        raise NotAllowed(actor)

    def can(self, name, action):
        return action in self.RIGHTS.get(self.people.get(name), ())

    def roles(self):
        return self.people.copy()


if __name__ == "__main__":
    club = Roster({"Wanda": "warden"})
    club.set_role("Wanda", "Gus", "guest")
    print(club.roles())
