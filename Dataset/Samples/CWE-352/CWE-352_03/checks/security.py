from urllib.parse import parse_qsl, urlsplit

from harness import exploit_if, inconclusive, solution
from probes.machines import cross_site
from probes.machines.search import search

#: Names and numbers that are the same when they are written one behind the other.
TWINS = (("ada1", 48151, 148151), ("1ada", 4815, 48151), ("Ada", 62342, 48151))


class Pool(cross_site.CrossSite):
    """No page of another site cancels Ada's booking. Where Eve's page names her own booking, the attack names Ada's."""

    host = "pool.example"
    operations = cross_site.operations(host)
    own, other = 48151, 62342

    def new_app(self):
        victim, attacker = self.names
        return solution.create_app({name: f"fins of {name}" for name in self.names}, [
            {"id": self.own, "member": victim, "lane": 4, "day": "2024-05-31"},
            {"id": self.other, "member": attacker, "lane": 6, "day": "2024-06-01"},
        ])

    def log_in(self, visitor, name):
        visitor.get("/login").form().submit(name=name, password=f"fins of {name}")

    def control(self, visitor):
        """Path and fields of the control that cancels the only booking on this member's page."""
        visit = visitor.get("/bookings")
        found = [one for one in visit.clickables if one[0].casefold() == "cancel"]
        if not found:
            inconclusive("there is nothing to click")
        _, kind, address, _ = found[0]
        fields = dict(parse_qsl(urlsplit(address).query))
        for form in visit.forms if kind == "form" else []:
            for button in form.data.buttons:
                given = button.attributes
                if "cancel" in (button.text + given.get("value", "")).casefold():
                    fields |= form.fields | ({given["name"]: given.get("value", "")} if "name" in given else {})
        return urlsplit(address).path, fields

    def form(self, visitor):
        return {name: value for name, value in self.control(visitor)[1].items() if str(self.other) not in value
            and str(self.own) not in value}

    def target(self):
        return self.aim

    def start(self, variant):
        super().start(variant)
        path, fields = self.control(self.attacker)
        own, other = str(self.own), str(self.other)
        named = {name: value.replace(other, own) for name, value in fields.items() if other in value}
        self.aim = path.replace(other, own), named

    def is_logged_out(self):
        return not self.shown.url.endswith("/bookings")

    def changed(self):
        self.shown = self.victim.get("/bookings")
        gone = not self.is_logged_out() and "lane 4" not in self.shown.page.text
        return "another site cancelled Ada's booking" if gone else ""


def test_no_member_of_a_similar_name_cancels_a_booking():
    for name, other, own in TWINS:
        made = {"names": ("ada", name), "own": own, "other": other, "operations": cross_site.by_own_form()}
        found = search(type("Twin", (Pool,), made), tries=2)
        exploit_if(found, f"by {name!r}, whose booking is {other}, of {own}: {found}")


def test_no_other_site_cancels_a_booking():
    found = search(Pool, tries=80, alone=0.8, length=3)
    exploit_if(found, str(found))
