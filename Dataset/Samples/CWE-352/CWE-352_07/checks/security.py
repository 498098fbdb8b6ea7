from harness import exploit_if, inconclusive, solution
from probes.machines import cross_site
from probes.machines.domains import domain
from probes.machines.search import search

NEIGHBOUR = "https://eve.school.example"
SITES = domain(NEIGHBOUR, cross_site.FOREIGN, odd=(
    "null", "https://school.example", "http://lunch.school.example", "https://lunch.school.example.eve.school.example",
    *cross_site.sites("lunch.school.example").odd, "https://notschool.example"))
WAYS = domain("form", "link", odd=(*cross_site.WAYS.usual, *cross_site.WAYS.odd))
FIELDS = domain("none", "own", odd=(*cross_site.FIELDS.usual, *cross_site.FIELDS.odd))


class School(cross_site.CrossSite):
    """No page at another address orders or cancels anything for Ada, whatever cookies it puts into her browser."""

    host = "lunch.school.example"
    neighbour = page = NEIGHBOUR
    operations = {
        **cross_site.planting(),
        "plant_and_cancel": (domain("own", "stranger"), domain(("after", "target"), ("before", "/login"))),
        "attack": (WAYS, FIELDS),
        "attack_from": (SITES,),
        "attack_at_once": (domain("none", odd=("empty", "own")),),
        "attack_twice": (domain("none", "own"), domain("none", odd=["empty"])),
        "attack_worked_out": (),
        "cancel": (domain("form", "script, form body", odd=WAYS.odd), domain("none", "own", odd=["empty"])),
    }
    aim, has_ordered = "order", False

    def new_app(self):
        return solution.create_app({name: f"owl of {name}" for name in (*self.names, *self.namesakes())})

    def log_in(self, visitor, name):
        page = visitor.get("/login")
        fields = page.form().fields if page.form() else {}
        visitor.post("/login", {**fields, "name": name, "password": f"owl of {name}"})

    def start(self, variant):
        super().start(variant)
        self.victim.get("/lunch").form(action="/lunch").submit(day="Friday", dish="soup")
        self.has_ordered = True
        if self.changed():
            inconclusive("Ada cannot order")

    def form(self, visitor):
        found = visitor.get("/lunch").form(action="/lunch" if self.aim == "order" else "/lunch/cancel")
        return {name: value for name, value in (found.fields if found else {}).items() if name not in ("day", "dish")}

    def target(self):
        return ("/lunch", {"day": "Monday", "dish": "tripe"}) if self.aim == "order" else ("/lunch/cancel", {})

    def attack(self, way, fields):
        return self.send(way, fields, self.neighbour)

    def attack_from(self, site):
        return self.send("form", "none", site)

    def attack_at_once(self, fields):
        return self.send_at_once("form", fields)

    def attack_twice(self, first, fields):
        return self.insist("form", first, fields)

    def attack_worked_out(self):
        return self.send_worked_out("form")

    def take_cancel(self):
        self.aim = "cancel"
        self._known = dict(self.form(self.attacker))

    def plant_and_cancel(self, whose, moment):
        self.take_cancel()
        return self.plant(whose, moment)

    def cancel(self, way, fields):
        self.take_cancel()
        return self.send(way, fields, self.neighbour)

    def is_logged_out(self):
        return self.shown.url.endswith("/login")

    def changed(self):
        self.shown = self.victim.get("/lunch")
        if "tripe" in self.shown.text:
            return "another page ordered in Ada's name"
        has_soup = self.is_logged_out() or not self.shown.page.find_all("li") or "soup" in self.shown.text
        return "" if has_soup or not self.has_ordered else "another page cancelled Ada's orders"

def test_no_other_page_orders_or_cancels():
    found = search(School, tries=99, alone=1)
    exploit_if(found, str(found))


class Namesakes(School):
    """No pupil makes a form of another's out of his own, even if his name begins or ends with hers."""

    operations = {**cross_site.of_namesakes(), **cross_site.planting_of_namesakes()}


def test_no_form_of_a_namesake_orders():
    found = search(Namesakes, tries=16, alone=1)
    exploit_if(found, str(found))


def test_what_stands_in_adas_forms_cannot_be_worked_out():
    """Where a page that knows what stands in them orders, nobody else may know it: not by chance that is little, or told by what Eve has been shown."""
    school = School()
    school.start(None)
    known = dict(school.form(school.victim))
    if not school.after(school._attack(school.victim, NEIGHBOUR, "form", known)):
        return
    weak = cross_site.fields_worked_out("solution.create_app({'ada': 'owl', 'eve': 'bat'})", f"https://{School.host}", "/lunch", ({"name": "ada", "password": "owl"}, {"name": "eve", "password": "bat"}))
    exploit_if(weak, f"what stands in Ada's form is enough for any page, and {weak}")


def test_no_way_of_sending_orders():
    """All of them, with nothing, and with what the attacker's own form says."""
    school = School()
    school.start(None)
    ways = (*WAYS.usual, *WAYS.odd)
    for way in dict.fromkeys(ways):
        for fields in ("none", "own"):
            wrong = school.attack(way, fields)
            exploit_if(wrong, f"{way}, fields: {fields}: {wrong}")
