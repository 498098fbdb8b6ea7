from harness import Network, Reply, attempt, environment, exploit_if, solution
from probes import database
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

OLD = "tk-5510-herring"
status, body = 200, b'{"harbour": "x", "tides": []}'


def answer(hit):
    return Reply(status, {"Content-Type": "application/json"}, body)


service = Network(hosts={"tides.example": ["93.184.216.50"]}, handler=answer)


class Screen(Machine):
    """The only key that is ever sent is the one that the environment holds."""

    key = domain("tk-6000-turbot", None, odd=("", " ", "None", "x", "changeme", "\t"))
    statuses = domain(200, 403, odd=(401, 500, 404, 429, 503, 400))
    harbour = domain("Roundstone", odd=("", "Nowhere"))
    operations = {"start_and_ask": (key, statuses, harbour), "change": (key, statuses)}

    def start(self, _):
        self.ask("tk-6000-turbot", 200, "Roundstone", start=True)

    def start_and_ask(self, key, status, harbour):
        return self.ask(key, status, harbour, start=True)

    def change(self, key, status):
        """The key changes while the program runs."""
        return self.ask(key, status, "Roundstone", start=False)

    def ask(self, key, answers, harbour, start):
        global status
        status = answers
        service.clear()
        if key is None:
            environment.pop("TIDES_KEY", None)
        else:
            environment["TIDES_KEY"] = key
        if not start or attempt(solution.reload).returned:
            attempt(lambda: solution.TideTable().high_waters(harbour, "2026-05-01"))
        sent = [hit.raw for hit in service.hits]
        return "a key that the machine was not given is sent" if database.leaks(sent, OLD) else ""


def test_only_the_given_key_is_sent():
    found = search(Screen, tries=24, alone=1)
    exploit_if(found, str(found))
