from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

HALLS = ["gate", "props", "studio 1", "studio 2"]

#: Holder, doors, and from whose card it was made.
CARDS = [("Ada", HALLS, None, None), ("Ben", HALLS[:3], "Ada", 1), ("Cleo", HALLS[:2], "Ben", 2),
    ("Dan", ["gate", "studio 2"], None, None), ("Eli", ["gate", "props"], "Ada", 1)]


class Studio(Machine):
    """A card opens what the office issued its line for, and every card of the line still has; nothing else."""

    person = domain("Ada", "Ben", "Cleo", "Dan", odd=[*values.alike("Ada")[:10], *values.NOTHING[:4]])
    card = domain(1, 2, 3, 4, odd=(5, True, 1.0, 0, -1))
    wanted = domain(["gate"], ["gate", "props"], odd=(
        HALLS, ["studio 2"], ["gate", "vault"], ["studio 1", "gate", "gate"], [], ["Gate"], ["vault"],
        ["gate", "studio 2"]))
    operations = {
        "make": (person, card, domain("Ben"), wanted),
        "narrow": (person, card, wanted),
        "end": (person, card),
        "end_of_another": (domain("Ben", "Cleo", "Dan", "Eli"), domain(5, 2)),
        "end_among_many": (domain("Ben", "Cleo"),),
        "make_from_nothing": (domain(0, -1, -2, 6),),
        "narrow_above": (domain(1, 2), domain(["gate"], ["studio 1"], [], ["props"])),
        "end_above": (domain(1, 2, 3), domain("make", "narrow")),
    }

    def start(self, _):
        self.desk = solution.CardDesk()
        #: Number → [holder, doors, origin], and the cards that somebody has ended.
        self.model, self.ended = {}, set()
        for number, (holder, doors, maker, origin) in enumerate(CARDS, 1):
            made = self.desk.make(maker, origin, holder, doors) if origin else self.desk.issue(holder, doors)
            self.model[number] = [holder, set(doors), origin]
            if made != number or self.desk.doors(number) != doors:
                inconclusive("the cards do not open what they were made for")

    def line(self, number):
        while number is not None:
            yield self.model[number]
            number = self.model[number][2]

    def reach(self, number):
        return set.intersection(*(doors for _, doors, _ in self.line(number)))

    def make(self, person, card, other, doors):
        is_hers = card in self.model and self.model[card][0] == person
        made = attempt(self.desk.make, person, card, other, doors).value
        if type(made) is int and made not in self.model:
            if not is_hers or not set(doors) & self.reach(card):
                self.model[made] = [other, set(), None]
            else:
                self.model[made] = [other, set(doors) & self.reach(card), int(card)]
            if card in self.ended:
                return f"card {made} was made from card {card}, which had ended"
        return self.compare("" if is_hers else person)

    def narrow(self, person, card, doors):
        decides = card in self.model and person in [holder for holder, _, _ in self.line(card)]
        done = attempt(self.desk.narrow, person, card, doors).returned
        if decides and done:
            before = self.reach(card)
            # Of doors that the card does not open, a program may refuse all, or leave these out.
            kept = doors if set(doors) <= before else attempt(self.desk.doors, card).value or ()
            self.model[card][1] = before & set(kept)
        return self.compare("" if decides else person)

    def end(self, person, card):
        decides = card in self.model and person in [holder for holder, _, _ in self.line(card)]
        done = attempt(self.desk.end, person, card).returned
        if decides and done:
            self.model[card][1] = set()
            self.ended.add(card)
        return self.compare("" if decides else person)

    def end_of_another(self, person, card):
        """Cards of one first card are not all of one line."""
        return self.end(person, card) or self.narrow(person, card, ["gate"])

    def end_among_many(self, person):
        """Numbers, and lines of numbers, that begin or end like those of the person's own card."""
        for number in range(len(self.model) + 1, 34):
            if attempt(self.desk.make, "Ada", 1, "Eli", ["gate"]).value != number:
                return ""
            self.model[number] = ["Eli", {"gate"}, 1]
        for number in (12, 13, 20, 23, 30, 32):
            attempt(self.desk.end, person, number)
            attempt(self.desk.narrow, person, number, [])
        return self.compare(person)

    def make_from_nothing(self, card):
        """There is no such card, whoever says that it is hers."""
        return next(filter(None, (self.make(holder, card, "Ben", ["gate"]) for holder, *_ in CARDS)), "")

    def narrow_above(self, card, doors):
        """What was made from the card before follows it, what is made of that afterwards, and what its holder says."""
        holder, before, _ = self.model[card]
        return self.narrow("Ada", card, doors) or self.make("Cleo", 3, "Ben", ["gate", "props"]) or self.make(
            "Ben", 2, "Cleo", ["gate", "studio 1"]) or self.narrow(holder, card, sorted(before))

    def end_above(self, card, way):
        """Somebody goes on with a card that has ended."""
        effect = self.end("Ada", card) or self.make("Cleo", 3, "Dan", ["gate"]) or self.make("Ben", 2, "Ben", ["gate"])
        if effect or way == "make":
            return effect or self.make("Cleo", 3, "Cleo", [])
        return self.narrow("Cleo", 3, ["gate", "props"])

    def compare(self, stranger):
        for number in self.model:
            told, reach = attempt(self.desk.doors, number).value or (), self.reach(number)
            if more := [door for door in told if door not in reach]:
                return f"card {number} opens {more}"
            if stranger != "" and set(told) != reach:
                return f"{stranger!r} took {sorted(reach - set(told))} from card {number}"
            if number != max(self.model):
                continue
            closed = next((door for door in ("gate", "props", "vault") if door not in reach), "vault")
            if attempt(self.desk.opens, number, closed).value is True:
                return f"card {number} opens {closed!r}"
        return ""


def test_no_card_opens_more_than_the_one_it_was_made_from():
    desk = solution.CardDesk()
    desk.issue("Ada", HALLS)
    for number in (0, -1, 2, None, "1"):
        told = attempt(desk.doors, number).value or attempt(desk.opens, number, "gate").value
        exploit_if(told, f"{number!r}, a number that was never given, opens doors")
    found = search(Studio, tries=150, alone=0.6, length=4)
    exploit_if(found, str(found))
