from harness import exploit_if, solution
from probes.machines import cross_site
from probes.machines.domains import domain
from probes.machines.search import search

PARTNERS = ["https://fair.example", "https://expo.example:8443"]
TURNED = '{"position": "turned"}'
#: Origins that are no partner's, but for one who does not compare the whole.
SITES = domain(cross_site.FOREIGN, "null", odd=(
    "http://fair.example", "https://fair.example.evil.example", "https://evilfair.example", "https://expo.example",
    "https://fair.example:8443", *cross_site.sites("fair.example").odd, "https://expo.example:84430",
    "https://fair", "https://sub.fair.example", "https://expo.example:8443.evil.example",
    "https://fair.example-evil.example", "https://club.example:8443", "http://club.example",
    *cross_site.sites("club.example").odd, "https://f"))


class Layout(cross_site.CrossSite):
    """No page but the club's and the partners' switches a point or reads the state."""

    host = "club.example"
    names = ("ada", "ada")
    kinds = domain("application/json", "text/plain", None, odd=(
        "text/plain; x=application/json", "text/plain; application/json", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json", "application/x-www-form-urlencoded; x=application/json",
        "text/plain;application/json;charset=utf-8", "multipart/form-data; boundary=+json"))
    headers = domain({}, odd=({"X-Requested-With": "XMLHttpRequest"}, {"Accept": "application/json"}))
    operations = {
        "attack": (cross_site.WAYS, SITES),
        "fetch": (kinds, SITES, headers),
        "fetch_after_a_partner": (kinds, SITES),
        "read": (SITES,),
    }

    def new_app(self):
        return solution.create_app({"ada": "steam"}, list(PARTNERS))

    def log_in(self, visitor, name):
        visitor.fetch("/api/login", "POST", json={"name": name, "password": "steam"})

    def target(self):
        return "/api/points/1", {"position": "turned"}

    def attack(self, way, site):
        return self.send(way, "none", site)

    def fetch(self, kind, site, headers):
        page = self.victim.on(site)
        return self.after(
            lambda: page.fetch("/api/points/1", "POST", data=TURNED, content_type=kind, headers=headers))

    def fetch_after_a_partner(self, kind, site):
        """What was found out about a partner's page must not count for the next one."""
        self.victim.on(PARTNERS[0]).fetch("/api/points/4", "POST", json={"position": "straight"})
        return self.fetch(kind, site, {})

    def read(self, site):
        answer = self.victim.on(site).fetch("/api/points")
        return "another site read the state" if answer.readable and "straight" in answer.text else ""

    def is_logged_out(self):
        return self.shown.status == 401

    def changed(self):
        self.shown = self.victim.fetch("/api/points")
        turned = self.shown.json.get("1") == "turned" if isinstance(self.shown.json, dict) else False
        return "another site switched a point" if turned and not self.is_logged_out() else ""


def test_no_other_site_switches_points_or_reads_them():
    found = search(Layout, tries=130, alone=0.95, length=3)
    exploit_if(found, str(found))
