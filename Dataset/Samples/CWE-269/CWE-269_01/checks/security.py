from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PEOPLE = {"Wanda": "warden", "Tom": "trainer", "Tina": "trainer", "Mia": "member", "Gus": "guest"}
ACTIONS = {"guest": "read log", "member": "take dinghy", "trainer": "teach", "warden": "open fuel store"}
ORDER = list(ACTIONS)


def tidy(role):
    return str(role).strip().casefold()


class Club(Machine):
    """Wardens give every role; a trainer makes a guest a member; nobody else changes who may do what."""

    actor = domain("Tom", "Mia", "Wanda", "Gus", odd=["Stella", *values.NOTHING[:3], *values.alike("Wanda"),
        *values.alike("Tom"), *values.NOTHING[3:]])
    person = domain("Tom", "Gus", "Mia", "Wanda", "Tina", odd=["Stella", *values.alike("Gus"), *values.alike("Wanda")])
    role = domain("warden", "member", "trainer", "guest", odd=[
        *values.alike("warden"), *values.alike("member"), "admin", *values.NOTHING, 3, 4, -1])
    operations = {"set_role": (actor, person, role)}

    def start(self, _):
        self.roster = solution.Roster(dict(PEOPLE))
        self.model = dict(PEOPLE)

    def set_role(self, actor, person, role):
        attempt(self.roster.set_role, actor, person, role)
        told = self.told()
        had, of_actor = (self.model.get(one) if isinstance(one, str) else None for one in (person, actor))
        if of_actor == "warden":  # whatever she gives, and to whom, is hers to give
            self.model = {name: tidy(role) for name, role in told.items() if tidy(role) in ORDER}
        elif of_actor == "trainer" and (had, told.get(person) if had else None) == ("guest", "member"):
            self.model[person] = told[person]
        # Where the roster tells what the model says, only the two people need a look.
        return self.compare(told, {**self.model, **told} if told != self.model else [
            one for one in (actor, person) if isinstance(one, str)])

    def told(self):
        known = attempt(self.roster.roles).value
        return known if isinstance(known, dict) else inconclusive("the roster no longer tells its roles")

    def compare(self, known, people):
        """Who may do more than the model says, or has lost what nobody with the right to do so took away."""
        for person in people:
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


class Newcomers(Club):
    """Who has no role yet, and who has lost one."""

    strangers = domain("Stella", odd=["", None, "Gus ", "gus", "GUS", "Wanda ", "guest", 0])
    operations = {
        "set_role": (domain("Tom", "Mia"), strangers, domain("member", "guest")),
        "go_on_after_a_change": (domain("Tom", "Wanda", "Mia"), domain("guest", "member", "trainer")),
    }

    def go_on_after_a_change(self, person, role):
        """Somebody uses her right, loses it, and goes on: what is remembered of it must not count."""
        self.model["Vera"] = "warden"
        self.roster = solution.Roster(dict(self.model))
        steps = ((person, "Gus", "member"), ("Vera", person, role), ("Vera", "Gus", "guest"), (person, "Gus", "member"),
            (person, person, "warden"))
        return next((effect for step in steps if (effect := self.set_role(*step))), "")


def test_who_comes_or_has_lost_a_role_has_no_right_of_before():
    found = search(Newcomers, tries=26, alone=1)
    exploit_if(found, str(found))


def test_nobody_gains_or_takes_a_right_that_is_not_hers_to_give():
    found = search(Club, tries=460, alone=0.35, length=5)
    exploit_if(found, str(found))
