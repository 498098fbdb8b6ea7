from harness import attempt, exploit_if, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

CHOSEN = "chosen by eve"


class Choir(Machine):
    """A name logs in with its own password only, and gets a new one for its own unused code only.

    Codes are named by whose they are: "ada" waits for ada; she had "ada, used" and "ada, earlier" before.
    """

    name = domain("ada", "eve", odd=("conductor", None, "", "Ada", "ada ", 0, ["ada"]))
    code = domain("eve", "eve, used", "ada, earlier", odd=[
        None, "", "ada, first letter", "ada, a letter", "ada, used", "ada, all but one", *values.NOTHING, "code",
        {"$ne": ""}])
    password = domain("", odd=[*values.NOTHING, ["plum-tree"], {"password": "plum-tree"}, "plum", "p", "plum-tree,x"])
    operations = {
        "forgot": (domain("ada", "eve"),),
        "reset": (name, code),
        "reset_twice": (domain("ada", "eve"),),
        "log_in": (domain("ada"), password),
        "log_in_as_nobody": (domain("conductor", odd=(None, "", 0, [])), password),
    }

    def start(self, _):
        self.accounts = solution.Accounts()
        for name, password in (("ada", "plum-tree"), ("eve", "eve's own")):
            self.accounts.register(name, password)
        self.codes = {}

    def forgot(self, name):
        if name in self.codes:
            self.codes[f"{name}, earlier"] = self.codes[name]
        self.codes[name] = attempt(self.accounts.forgot, name).value

    def reset_twice(self, name):
        """She uses her code, and somebody uses it again."""
        self.forgot(name)
        self.codes[f"{name}, used"] = self.codes.pop(name)
        attempt(self.accounts.reset, name, self.codes[f"{name}, used"], "a new one")
        return self.reset(name, f"{name}, used")

    def reset(self, name, code):
        given = self.meant(code)
        if isinstance(name, str) and self.codes.get(name) == given is not None:
            return ""
        taken = attempt(self.accounts.reset, name, given, CHOSEN).value is True
        if taken and attempt(self.accounts.login, name, CHOSEN).value is True:
            return f"{name!r} got a new password"
        return ""

    def meant(self, code):
        """What the name of a code stands for; everything else is given as it is."""
        whose, _, part = str(code).partition(", ")
        if not isinstance(code, str) or whose not in ("ada", "eve"):
            return code
        whole = self.codes.get(code) or self.codes.get(whose) or "x" * 20
        return {"first letter": whole[:1], "a letter": whole[9:10], "all but one": whole[:-1]}.get(part, whole)

    def log_in_as_nobody(self, name, password):
        return self.log_in(name, password)

    def log_in(self, name, password):
        return f"{password!r} logged in" if attempt(self.accounts.login, name, password).value is True else ""


def test_no_account_is_taken_over():
    found = search(Choir, tries=100, alone=0.7, length=5)
    exploit_if(found, str(found))
