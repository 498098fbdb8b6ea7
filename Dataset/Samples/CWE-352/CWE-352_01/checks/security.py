from harness import exploit_if, solution
from probes.machines import cross_site
from probes.machines.search import search

HOME, TRAP = "1 Hill Road", "9 Trap Lane"


class Farm(cross_site.CrossSite):
    """No page of another site changes where Ada's vegetables go."""

    host = "farm.example"
    operations = cross_site.operations(host)

    def new_app(self):
        return solution.create_app({name: {"password": f"beet of {name}", "address": HOME} for name in self.names})

    def log_in(self, visitor, name):
        visitor.get("/login").form().submit(name=name, password=f"beet of {name}")

    def form(self, visitor):
        form = visitor.get("/address").form()
        return {name: value for name, value in (form.fields if form else {}).items() if name != "address"}

    def target(self):
        return "/address", {"address": TRAP}

    def is_logged_out(self):
        return self.shown is None

    def changed(self):
        self.shown = self.victim.get("/address").form()
        found = self.shown.fields.get("address") if self.shown else HOME
        return "" if found == HOME else f"another site changed Ada's address to {found}"


def test_no_customer_of_a_similar_name_changes_an_address():
    for twin in ("Ada", "ada "):
        found = search(type("Twin", (Farm,), {"names": ("ada", twin), "operations": cross_site.by_own_form()}), tries=2)
        exploit_if(found, f"by {twin!r}: {found}")


def test_no_other_site_changes_an_address():
    found = search(Farm, tries=110, alone=0.8, length=3)
    exploit_if(found, str(found))
