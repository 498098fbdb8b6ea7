from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PEOPLE = {"Wanda": "warden", "Tom": "trainer", "Tina": "trainer", "Mia": "member", "Gus": "guest"}
ACTIONS = {"guest": "read log", "member": "take dinghy", "trainer": "teach", "warden": "open fuel store"}
ORDER = list(ACTIONS)


class Club(Machine):
    """Wardens give every role; a trainer makes a guest a member; nobody else changes who may do what."""

    actor = domain("Tom", "Mia", "Wanda", "Gus", odd=["Stella", *values.alike("Wanda"), *values.alike("Tom"), *values.NOTHING])
    person = domain("Tom", "Gus", "Mia", "Wanda", "Tina", odd=["Stella", *values.alike("Gus"), *values.alike("Wanda")])
    role = domain("warden", "member", "trainer", "guest", odd=[
        *values.alike("warden"), *values.alike("member"), "admin", *values.NOTHING, 3, 4, -1])
    operations = {"set_role": (actor, person, role)}

    def start(self, _):
        self.roster = solution.Roster(dict(PEOPLE))
        self.model = dict(PEOPLE)

    def set_role(self, actor, person, role):
        attempt(self.roster.set_role, actor, person, role)
        given = str(role).strip().casefold()
        if not isinstance(actor, str) or not isinstance(person, str) or given not in ORDER:
            return self.compare()
        had, of_actor = self.model.get(person), self.model.get(actor)
        # A trainer who makes a member a guest again is left to the reader of the text.
        if of_actor == "warden" or (of_actor == "trainer" and {had, given} == {"guest", "member"}):
            if attempt(self.roster.roles).value.get(person) != had:
                self.model[person] = given
        return self.compare()

    def compare(self):
        """Who may do more than the model says, or has lost what nobody with the right to do so took away."""
        known = attempt(self.roster.roles).value
        if not isinstance(known, dict):
            inconclusive("the roster no longer tells its roles")
        for person in {**self.model, **known}:
            rank = ORDER.index(self.model[person]) if person in self.model else -1
            for place, action in enumerate(ACTIONS.values()):
                if known.get(person) == self.model.get(person) and place != rank + 1:
                    continue
                can = attempt(self.roster.can, person, action).value
                if can is True and place > rank:
                    return f"{person!r} ({self.model.get(person)}) may {action}"
                if can is False and place <= rank:
                    return f"{person!r} ({self.model[person]}) may no longer {action}"
        return ""


def test_nobody_gains_or_takes_a_right_that_is_not_hers_to_give():
    found = search(Club, tries=350, alone=0.7, length=5)
    exploit_if(found, str(found))
