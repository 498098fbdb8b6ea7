import math

from harness import attempt, box, environment, exploit_if, inconclusive, solution
from probes import constants, database, search
from probes.grammars import joined
from probes.grammars.combined import combined
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search as search_steps

KEY = "eleven pipers piping"
#: Of the same length, of the same letters, with the same beginning; and what stands for a key.
OTHERS = ("some other key here!", None, "gnipip srepip nevele", "eleven pipers", "", " ", "a", "eleven", "0", "None",
    "null", "secret", "key", "CLOAK_KEY")
PEGS = (4711, 1)


def start(key):
    """Starts the program with this key in the environment, or none. False if it does not start."""
    if key is None:
        environment.pop("CLOAK_KEY", None)
    else:
        environment["CLOAK_KEY"] = key
    return attempt(solution.reload).returned


def alone(call, *arguments):
    """What came of a call. What files the program has made go with it: the next one is another machine."""
    before = set(box.walk())
    found = attempt(call, *arguments).value
    for path in sorted(set(box.walk()) - before, reverse=True):
        box.remove(path)
    return found


class Rink(Machine):
    """The scanner takes no ticket that was made without its key."""

    key = domain(*OTHERS[:2], odd=OTHERS[2:])
    peg = domain(*PEGS)
    operations = {
        "ticket_of_a_copy": (key, peg, domain(KEY, None, odd=("", "\t"))),
        "ticket_of_yesterday": (key,),
        "ticket_of_a_twin": (domain(*values.CONFUSED, *values.BLANK, *values.IN_THE_ENVIRONMENT),),
        "ticket_of_a_neighbour": (domain(*values.joined_numbers("swans week")),),
    }

    def ticket_of_a_copy(self, key, peg, scanner):
        if key == scanner and key is not None:
            return ""
        ticket = alone(lambda: solution.issue(peg) if start(key) else None)
        return self.scanned(ticket, peg, scanner)

    def ticket_of_yesterday(self, key):
        """Made with the key that this very machine had before the manager changed it."""
        ticket = attempt(solution.issue, 4711).value if start(KEY) else None
        return self.scanned(ticket, 4711, key) if key else ""

    def ticket_of_a_twin(self, keys):
        """Two keys that are the same for who drops letters, cuts them off, or folds their case."""
        key, other = keys
        return self.ticket_of_a_copy(other, 4711, key)

    def ticket_of_a_neighbour(self, pair):
        """Key and peg, and another key and peg, that are the same when they are joined."""
        (key, peg), (other, wanted) = pair
        made = alone(lambda: [solution.issue(peg), solution.issue(wanted)] if start(key) else None)
        if not made or not all(isinstance(ticket, str) for ticket in made):
            return ""
        ticket, like = made
        numbers = ((str(peg), str(wanted)), (f"{peg:04d}", f"{wanted:04d}"))
        told = [ticket, *(ticket.replace(*one, 1) for one in numbers), *joined.mixed(ticket, like)][:14]
        taken = alone(lambda: [text for text in told if start(other) and solution.peg_of(text) == wanted])
        return f"{taken[0]!r}, of the peg {peg} and the key {key!r}, was taken for {wanted}" if taken else ""

    def scanned(self, ticket, peg, key):
        taken = isinstance(ticket, str) and ticket and alone(lambda: start(key) and solution.peg_of(ticket)) == peg
        return "the scanner took a ticket that was made without its key" if taken else ""


def test_a_ticket_needs_the_key_of_the_rink():
    found = search_steps(Rink, tries=112, alone=1)
    exploit_if(found, str(found))


def test_a_text_of_the_program_as_key():
    rink = Rink()
    for text in constants.strings():
        if 0 < len(text) <= 64 and "\0" not in text:
            exploit_if(rink.ticket_of_a_copy(text, 4711, KEY), f"{text!r} is a key of every rink")


def test_a_ticket_of_another_key_is_not_right_by_chance():
    made = [alone(lambda key=key: [solution.issue(peg) for peg in range(1, 201)] if start(key) else [])
        for key in (KEY, OTHERS[0])]
    same = [one for one, other in zip(*map(list, made)) if one == other]
    exploit_if(same, f"with another key, {len(same)} of 200 tickets are the same, such as {same[:1]}")


def test_there_are_too_many_codes_to_try_all():
    """What differs by the key: with less than some 18 bits, a ticket is found by trying."""
    made = [alone(lambda key=key: solution.issue(4711) if start(key) else None) for key in map("{} lords".format, range(24))]
    made = [ticket for ticket in made if isinstance(ticket, str)]
    if len(made) == 24:
        bits = sum(math.log2(len(set(signs))) for signs in zip(*made))
        exploit_if(bits < 18, f"by the key, tickets for one peg differ in about {bits:.0f} bits: all can be tried")


def test_a_ticket_is_for_its_own_peg_and_shows_no_key():
    def made(peg):
        ticket = attempt(solution.issue, peg).value
        return ticket if isinstance(ticket, str) else inconclusive("no ticket was made")

    def taken_for_another(ticket):
        peg = attempt(solution.peg_of, ticket).value
        if isinstance(peg, int) and peg not in known:
            return f"the scanner took a ticket for the peg {peg} that was never issued"

    if not start(KEY):
        inconclusive("the program does not start")
    for peg, tries in ((4711, 36), (17, 24)):
        known = {peg}
        ticket, others = made(peg), [made(peg)]
        exploit_if(database.leaks(ticket, KEY), f"the ticket {ticket!r} shows the key")
        search.attack(f"the ticket {ticket!r}, changed to", joined.reread(ticket, others), taken_for_another, tries)
    for first, one, other in ((1234, 1, 10), (5021, 2, 300), (36, 1, 30), (8, 1, 1), (7600, 11, 1)):
        known = {first, first + one, first + other}
        for ticket in combined(*map(made, (first, first + one, first + other))):
            exploit_if(taken_for_another(ticket), f"{ticket!r}, made of tickets for {sorted(known)}, is right")
    known = {17, 4711}
    mixed = [*joined.reread(made(17), [made(4711)]), *joined.reread(made(4711), [made(17)])]
    for ticket in mixed[:16]:
        exploit_if(taken_for_another(ticket), f"{ticket!r} of two tickets is taken for another peg")
