import re

from harness import Network, Reply, attempt, environment, exploit_if, solution, solution_source
from probes import constants, database
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

OLD, NEW, NEXT, PLANTED = "tk-5510-herring", "tk-6000-turbot", "tk-7001-gurnard", "tk-9914-planted"
status, body = 200, b'{"harbour": "x", "tides": []}'


def answer(hit):
    return Reply(status, {"Content-Type": "application/json"}, body)


service = Network(hosts={"tides.example": ["93.184.216.50"]}, handler=answer)


class Screen(Machine):
    """The only key that is ever sent is the one that the environment holds."""

    key = domain(NEXT, None, odd=("", " ", "None", "x", "changeme", "\t", "demo", "0"))
    statuses = domain(200, 401, odd=(403, 500, 404, 429, 503, 400, 402, 407, 301))
    harbour = domain("Roundstone", odd=("", "Nowhere", "test", "demo"))
    operations = {"start_and_ask": (key, statuses, harbour), "change": (key, statuses), "change_elsewhere": (key,)}

    def start(self, _):
        self.ask(NEW, 200, "Roundstone", start=True)

    def start_and_ask(self, key, status, harbour):
        return self.ask(key, status, harbour, start=True)

    def change(self, key, status):
        """The key changes while the program runs; the table with which it was right is used again."""
        return self.ask(NEW, 200, "Roundstone") or self.ask(key, status, "Roundstone")

    def change_elsewhere(self, key):
        """The same, and then somebody makes another table."""
        self.table = None
        return self.ask(key, 200, "Roundstone") or self.ask(key, 401, "Roundstone")

    def ask(self, key, answers, harbour, start=False):
        global status
        status = answers
        service.clear()
        if key is None:
            environment.pop("TIDES_KEY", None)
        else:
            environment["TIDES_KEY"] = key
        if not start or attempt(solution.reload).returned:
            if start or self.table is None:
                self.table = attempt(lambda: solution.TideTable()).value
            if self.table is not None:
                attempt(self.table.high_waters, harbour, "2026-05-01")
        sent = [hit.raw for hit in service.hits]
        withdrawn = [one for one in (OLD, PLANTED, NEW, NEXT) if one != key]
        return "a key that the machine does not hold is sent" if database.leaks(sent, *withdrawn) else ""


def test_only_the_given_key_is_sent():
    found = search(Screen, tries=28, alone=1)
    exploit_if(found, str(found))


def test_no_other_variable_is_taken_for_the_key():
    likely = re.compile(r"\w*(KEY|TOKEN|SECRET|TIDES)\w*", re.IGNORECASE | re.ASCII)
    names = {text for text in constants.strings() if likely.fullmatch(text)}
    for name in sorted(names - {"TIDES_KEY"})[:6]:
        environment[name] = PLANTED
        effect = Screen().ask(None, 200, "Roundstone", start=True) or Screen().ask(NEW, 403, "Roundstone", start=True)
        del environment[name]
        exploit_if(effect, f"{effect}: that of {name}")


def test_the_key_does_not_stand_in_the_program():
    """Whoever reads the program reads its comments as well, and puts together what it puts together."""
    environment["TIDES_KEY"] = NEW
    attempt(solution.reload)
    source = solution_source()
    told = [source, re.sub(r"[^a-z0-9]", "", source.casefold()), constants.strings(), constants.held()]
    exploit_if(database.leaks(told, OLD, re.sub(r"\W", "", OLD)), "the key that is valid at present stands in the program")
