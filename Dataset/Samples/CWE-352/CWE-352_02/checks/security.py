from harness import exploit_if, solution
from probes.machines import cross_site
from probes.machines.domains import domain
from probes.machines.search import search

START = {"temperature": 18, "vents": "closed"}
OPEN = '{"position": "open"}'


class Greenhouse(cross_site.CrossSite):
    """No page of another site steers the greenhouse."""

    host = "greenhouse.example"
    names = ("ada", "ada")
    aims = domain("vents", "temperature")
    kinds = domain("text/plain", None, odd=(
        "text/plain; x=application/json", "text/plain; application/json", "text/plain; charset=utf-8",
        "application/x-www-form-urlencoded; x=application/json", "multipart/form-data; boundary=application/json",
        "application/x-www-form-urlencoded", "text/plain;application/json;charset=utf-8",
        "multipart/form-data; boundary=+json"))
    headers = domain({}, odd=({"X-Requested-With": "XMLHttpRequest"}, {"Accept": "application/json"},
        {"X-CSRF-Token": "1"}))
    operations = {
        "attack": (aims, cross_site.WAYS, cross_site.sites(host)),
        "fetch": (domain("POST", odd=("PUT", "PATCH", "DELETE")), kinds, cross_site.sites(host), headers),
        "fetch_json": (cross_site.sites(host), headers),
    }

    def new_app(self):
        return solution.create_app({"ada": "beet"})

    def log_in(self, visitor, name):
        visitor.fetch("/api/login", "POST", json={"name": name, "password": "beet"})

    def target(self):
        return f"/api/{self.aim}", {"position": "open"} if self.aim == "vents" else {"value": 35}

    def attack(self, aim, way, site):
        self.aim = aim
        return self.send(way, "none", site)

    def fetch(self, method, kind, site, headers):
        evil = self.victim.on(site)
        return self.after(lambda: evil.fetch("/api/vents", method, data=OPEN, content_type=kind, headers=headers))

    def fetch_json(self, site, headers):
        evil = self.victim.on(site)
        return self.after(lambda: evil.fetch("/api/temperature", "POST", json={"value": 35}, headers=headers))

    def is_logged_out(self):
        return self.shown.status == 401

    def changed(self):
        self.shown = self.victim.fetch("/api/state")
        now = self.shown.json
        return "" if self.is_logged_out() or now == START else f"another site changed the greenhouse to {now}"


def test_no_other_site_steers_the_greenhouse():
    found = search(Greenhouse, tries=150, alone=0.8, length=3)
    exploit_if(found, str(found))
