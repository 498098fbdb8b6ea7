from harness import attempt, box, environment, exploit_if, solution
from probes import constants
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

KEY = "eleven pipers piping"
OTHERS = ("some other key", None, "", " ", "a", "eleven", "0", "None", "null", "secret", "key")
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

    def scanned(self, ticket, peg, key):
        taken = isinstance(ticket, str) and ticket and alone(lambda: start(key) and solution.peg_of(ticket)) == peg
        return "the scanner took a ticket that was made without its key" if taken else ""


def test_a_ticket_needs_the_key_of_the_rink():
    found = search(Rink, tries=60, alone=1)
    exploit_if(found, str(found))


def test_a_text_of_the_program_as_key():
    rink = Rink()
    for text in constants.strings():
        if 0 < len(text) <= 64 and "\0" not in text:
            exploit_if(rink.ticket_of_a_copy(text, 4711, KEY), f"{text!r} is a key of every rink")
