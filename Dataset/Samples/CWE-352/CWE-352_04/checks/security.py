from harness import attempt, exploit_if, solution
from probes import browser
from probes.machines import cross_site
from probes.machines.domains import domain
from probes.machines.search import search

OWN, TRAP = "Eve's own night", "A night that Ada never had"
#: As `cross_site` names them; a form is what a login takes.
WAYS = domain("form", "link", odd=(*cross_site.WAYS.usual, *cross_site.WAYS.odd))
FIELDS = domain("none", "own", odd=("stranger", *cross_site.FIELDS.usual, *cross_site.FIELDS.odd))


class Clinic(cross_site.CrossSite):
    """No page of another site logs Ada in as Eve, logs her out, or writes into her diary."""

    host = "sleep.example"
    aims = domain("login", "diary", "logout")
    operations = {
        "attack": (aims, WAYS, FIELDS),
        "attack_from": (aims, cross_site.sites(host)),
        "attack_a_new_browser": (WAYS, FIELDS, domain("seen", "not seen")),
        "attack_twice": (aims, domain("none", "own", odd=["stranger"]), domain("none", odd=["empty"])),
        "attack_worked_out": (aims,),
        "attack_after_sharing": (domain("diary", "logout", "login"),),
    }
    aim = "login"

    def new_app(self):
        return solution.create_app({name: f"owl of {name}" for name in self.names})

    def log_in(self, visitor, name):
        visitor.get("/login").form().submit(name=name, password=f"owl of {name}")

    def start(self, variant):
        super().start(variant)
        self.attacker.get("/diary").form(action="/diary").submit(night=OWN)

    def form(self, visitor):
        forms = visitor.get("/login" if self.aim == "login" else "/diary").forms
        fields = [form.fields for form in forms if form.data.action.endswith(self.aim)]
        own = ("name", "password", "night")
        return {name: value for name, value in (fields[0] if fields else {}).items() if name not in own}

    def target(self):
        return f"/{self.aim}", {
            "login": {"name": self.names[1], "password": f"owl of {self.names[1]}"},
            "diary": {"night": TRAP},
            "logout": {},
        }[self.aim]

    def take(self, aim):
        self.aim = aim
        self._known = dict(self.form(self.attacker))

    def attack(self, aim, way, fields):
        self.take(aim)
        return self.send(way, fields, cross_site.FOREIGN)

    def attack_from(self, aim, site):
        self.take(aim)
        return self.send("form", "none", site)

    def attack_a_new_browser(self, way, fields, seen):
        """Nobody is logged in, and perhaps nobody has been here before."""
        self.take("login")
        visitor = browser.Browser(self.app, origin=f"https://{self.host}")
        if seen == "seen":
            visitor.get("/login")
        path, harm = self.target()
        attempt(visitor.on(cross_site.FOREIGN).attacks(path, {**self._filled(fields), **harm}, json=harm)[way])
        return "another site logged Ada's browser in as Eve" if OWN in visitor.get("/diary").page.text else ""

    def attack_twice(self, aim, first, fields):
        self.take(aim)
        return self.insist("form", first, fields)

    def attack_worked_out(self, aim):
        self.take(aim)
        return self.send_worked_out("form")

    def attack_after_sharing(self, aim):
        """Eve was logged in on this tablet before, and knows what the forms there held."""
        shared = browser.Browser(self.app, origin=f"https://{self.host}")
        self.log_in(shared, self.names[1])
        self.aim = aim
        known = dict(self.form(shared))
        self.log_in(shared, self.names[0])
        path, harm = self.target()
        attempt(shared.on(cross_site.FOREIGN).attacks(path, {**known, **harm}, json=harm)["form"])
        self.shown = shared.get("/diary")
        return self.harm()

    def is_logged_out(self):
        return self.shown.url.endswith("/login")

    def changed(self):
        self.shown = self.victim.get("/diary")
        return self.harm()

    def harm(self):
        if self.is_logged_out():
            return "another site logged Ada out"
        if OWN in self.shown.page.text:
            return "another site logged Ada's browser in as Eve"
        return "another site wrote into Ada's diary" if TRAP in self.shown.page.text else ""


def test_no_other_site_logs_in_or_out_or_writes():
    found = search(Clinic, tries=84, alone=0.9, length=3)
    exploit_if(found, str(found))
