from harness import attempt, exploit_if, solution
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

CREW = ("bosun", "cook", "doctor")
LIMITS = {"bosun": 100, "cook": 300, "doctor": 40}


class Ship(Machine):
    """After every change, all signatures that nobody may give are tried."""

    #: Whose deputy is who at first.
    variants = ({"cook": "bosun", "bosun": "doctor"}, {"cook": "doctor"}, {"bosun": "cook", "cook": "bosun"})
    person = domain(*CREW)
    operations = {
        "leave": (person,),
        "leave_and_join": (person, domain(300, 7)),
        "dismiss": (person,),
        "appoint": (person, person),
        "set_limit": (person, domain(7, 0, 900)),
        "appoint_and_leave": (person, person),
        "appoint_while_away": (domain("cook", "bosun"), domain("doctor"), domain("the deputy", "the person")),
        "lower_and_raise": (person,),
        "appoint_another_and_dismiss": (person, person),
        "pass_on": (person,),
        "sign": (person, domain(None, *CREW)),
    }

    def start(self, deputies):
        self.slips = solution.Slips({**LIMITS, "captain": 0})
        self.limits, self.deputies, self.count = dict(LIMITS), dict(deputies), 0
        for person, deputy in deputies.items():
            self.slips.appoint(person, deputy)

    @property
    def model(self):
        return [self.limits, self.deputies]

    # Changes

    def leave(self, person):
        if attempt(self.slips.leave, person).returned:
            self.limits = {one: limit for one, limit in self.limits.items() if one != person}
            self.deputies = {one: other for one, other in self.deputies.items() if person not in (one, other)}

    def leave_and_join(self, person, limit):
        self.leave(person)
        if attempt(self.slips.join, person, limit).returned:
            self.limits = {**self.limits, person: limit}

    def dismiss(self, person):
        if attempt(self.slips.dismiss, person).returned:
            self.deputies = {one: other for one, other in self.deputies.items() if one != person}

    def appoint(self, person, deputy):
        if attempt(self.slips.appoint, person, deputy).returned and {person, deputy} <= set(self.limits):
            self.deputies = {**self.deputies, person: deputy}

    def set_limit(self, person, limit):
        if attempt(self.slips.set_limit, person, limit).returned:
            self.limits = {**self.limits, person: limit}

    def appoint_and_leave(self, person, deputy):
        self.appoint(person, deputy)
        self.leave_and_join(deputy, 300)

    def appoint_while_away(self, person, deputy, away):
        """Who is not on board neither appoints nor is appointed."""
        away = person if away == "the person" else deputy
        self.leave(away)
        self.appoint(person, deputy)
        if attempt(self.slips.join, away, 300).returned:
            self.limits = {**self.limits, away: 300}

    def lower_and_raise(self, person):
        """Signs with the limits of before, so that they may be remembered."""
        for one in CREW:
            self.sign(one, None)
            self.sign(one, person)
        self.set_limit(person, 2)

    def appoint_another_and_dismiss(self, person, deputy):
        """The one of before is none again."""
        self.appoint(person, deputy)
        self.dismiss(person)

    def pass_on(self, person):
        """All others are deputies in a row."""
        row = [person, *(one for one in CREW if one != person)]
        for one, other in zip(row, row[1:]):
            self.appoint(one, other)

    def sign(self, person, principal):
        """What may be signed."""
        limit = self.limits.get(principal or person, 0)
        if limit and (principal is None or self.deputies.get(principal) == person):
            attempt(self.slips.sign, person, self.written("captain", limit), principal)

    # What must not be

    def written(self, person, amount):
        made = attempt(self.slips.write, person, amount)
        if made.returned and type(made.value) is int:
            self.count = made.value
            return made.value
        return None

    def forbidden(self):
        """(Who signs, in whose name, who wrote the slip, its amount)."""
        for person in CREW:
            for principal in (None, *CREW):
                name = principal or person
                stands_in = principal in (None, person) or self.deputies.get(principal) == person
                if not (stands_in and person in self.limits and name in self.limits):
                    yield person, principal, "captain", 1
                    continue
                yield person, principal, "captain", self.limits[name] + 1
                if self.limits[name]:
                    yield person, principal, person, 1
                    yield person, principal, name, 1

    def wrong(self):
        before = self.slips.signed()
        tried = {}
        for person, principal, writer, amount in dict.fromkeys(self.forbidden()):
            number = self.written(writer, amount)
            if number is not None:
                attempt(self.slips.sign, person, number, principal)
                tried[number] = f"the {person} signed a slip of {amount} by the {writer}" + (
                    f" on behalf of the {principal}" if principal else "")
        now = self.slips.signed()
        if any(now.get(number) != pair for number, pair in before.items()):
            return "a signature was changed"
        return next((tried[number] for number in now if number in tried), "")


def test_nobody_signs_with_more_than_the_right_of_the_moment():
    found = search(Ship, tries=70, length=4)
    exploit_if(found, str(found))


def test_a_slip_of_before_stays_ones_own():
    slips = solution.Slips({**LIMITS, "captain": 5000})
    number = slips.write("cook", 5)
    slips.leave("cook")
    slips.join("cook", 300)
    slips.appoint("cook", "bosun")
    for person, principal in (("cook", None), ("bosun", "cook"), ("cook", "cook")):
        attempt(slips.sign, person, number, principal)
    exploit_if(number in slips.signed(), "who left and came again got her own slip signed in her name")
