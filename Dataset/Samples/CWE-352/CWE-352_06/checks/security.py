from urllib.parse import urlencode

from harness import attempt, exploit_if, solution
from probes import browser
from probes.machines import cross_site
from probes.machines.domains import domain
from probes.machines.search import search

TRAP = "what Ada never lent"
METHODS = {"take away": "DELETE", "rename": "PUT", "add": "POST"}
FORM = "application/x-www-form-urlencoded"
FIELDS = domain("none", "own", odd=(*cross_site.FIELDS.usual, *cross_site.FIELDS.odd))
#: How a request tells its method.
TOLD = {
    "in small letters": lambda method: ("", [("_method", method.lower())]),
    "in the address": lambda method: (f"_method={method}", []),
    "in the address, POST in the form": lambda method: (f"_method={method}", [("_method", "POST")]),
    "in the form, GET in the address": lambda method: ("_method=GET", [("_method", method)]),
    "in the form, GET first": lambda method: ("", [("_method", "GET"), ("_method", method)]),
    "in the form, GET behind": lambda method: ("", [("_method", method), ("_method", "GET")]),
    "with blanks": lambda method: ("", [("_method", f" {method} ")]),
    "mixed": lambda method: ("", [("_method", method.capitalize())]),
    "GET": lambda method: ("", [("_method", "GET")]),
    "HEAD": lambda method: ("", [("_method", "HEAD")]),
    "OPTIONS": lambda method: ("", [("_method", "OPTIONS")]),
    "nothing": lambda method: ("", [("_method", "")]),
    "not at all": lambda method: ("", []),
    "as another": lambda method: ("", [("_method", "PATCH")]),
    "the other way": lambda method: ("", [("_method", "POST")]),
    "in small letters in the address": lambda method: (f"_method={method.lower()}", []),
}


class Street(cross_site.CrossSite):
    """No page of another site adds, renames or takes away a tool in Ada's name."""

    host = "street.example"
    operations = {
        "attack": (domain("form", "link", odd=(*cross_site.WAYS.usual, *cross_site.WAYS.odd)), FIELDS),
        "attack_from": (cross_site.sites(host),),
        "attack_telling": (domain(*list(TOLD)[:2], odd=list(TOLD)[2:]),),
        "attack_by_link": (domain(*list(TOLD)[:1], odd=list(TOLD)[1:3]), domain("none", "own")),
        "attack_twice": (domain("none", "own"), domain("none", odd=["empty"])),
        "attack_at_once": (domain("none", odd=["empty"]),),
        "attack_worked_out": (),
        "attack_after_sharing": (),
    }
    aim = "take away"

    def new_app(self):
        return solution.create_app({name: f"owl of {name}" for name in self.names})

    def log_in(self, visitor, name):
        visitor.get("/login").form().submit(name=name, password=f"owl of {name}")

    def visitor(self, name, follow=True):
        """Each household has a tool; Ada's comes first."""
        made = super().visitor(name, follow)
        if follow and "<b>" not in made.get("/tools").text.replace(f"<b>tool of {self.names[0]}</b>", ""):
            made.get("/tools").form(action="/tools").submit(name=f"tool of {name}")
        return made

    def forms(self, visitor):
        """What the form of each kind of change holds besides the name and the method."""
        found = {aim: {} for aim in METHODS}
        for form in visitor.get("/tools").forms:
            aim = "add" if form.data.action.endswith("/tools") else "rename" if "name" in form.fields else "take away"
            found[aim] = {key: value for key, value in form.fields.items() if key not in ("name", "_method")}
        return found

    def form(self, visitor):
        return self.forms(visitor)[self.aim]

    def harm_of(self, aim):
        path = "/tools" if aim == "add" else "/tools/1"
        return path, {} if aim == "take away" else {"name": TRAP}

    def target(self):
        path, fields = self.harm_of(self.aim)
        return path, fields if self.aim == "add" else {**fields, "_method": METHODS[self.aim]}

    def take(self, aim):
        self.aim = aim
        self._known = dict(self.form(self.attacker))

    def each(self, send):
        """What comes of each kind of change, sent one after the other; one by one where a refusal ends the session."""
        known = self.forms(self.attacker)
        for self.aim in METHODS:
            self._known = known[self.aim]
            attempt(send)
        if (effect := self.changed()) or not self.is_logged_out():
            return effect
        for self.aim in METHODS:
            self._known = known[self.aim]
            self.log_in(self.victim, self.names[0])
            attempt(send)
            if effect := self.changed():
                return effect
        return ""

    def page_sends(self, way, fields, site=cross_site.FOREIGN):
        path, harm = self.target()
        given = {**self._filled(fields), **harm}
        return lambda: self.victim.on(site).attacks(path, given, json=harm)[way]()

    def attack(self, way, fields):
        return self.each(lambda: self.page_sends(way, fields)())

    def attack_from(self, site):
        return self.each(lambda: self.page_sends("form", "none", site)())

    def told(self, how, fields):
        """The address of an attack, and the fields, with the method told in this way."""
        path, harm = self.harm_of(self.aim)
        query, named = TOLD[how](METHODS[self.aim])
        return f"{path}?{query}", [*self._filled(fields).items(), *harm.items(), *named]

    def attack_telling(self, how):
        """By a form of another site that tells its method in an odd way."""

        def send():
            path, pairs = self.told(how, "none")
            page = self.victim.on(cross_site.FOREIGN)
            page.fetch(path, "POST", data=urlencode(pairs), content_type=FORM)

        return self.each(send)

    def attack_by_link(self, how, fields):
        def send():
            path, pairs = self.told(how, fields)
            self.victim.on(cross_site.FOREIGN).link(f"{path}&{urlencode(pairs)}")

        return self.each(send)

    def attack_twice(self, first, fields):
        def send():
            attempt(self.page_sends("form", first))
            self.page_sends("form", fields)()

        return self.each(send)

    def attack_at_once(self, fields):
        """To a victim who has just logged in and seen nothing yet."""
        before, self.victim = self.victim, browser.Browser(self.app, origin=f"https://{self.host}", follow=False)
        self.log_in(self.victim, self.names[0])
        effect = self.each(lambda: self.page_sends("form", fields)())
        self.victim = before
        return effect

    def attack_worked_out(self):
        self.aim = "take away"
        self._known = dict(self.form(self.attacker))
        return self.send_worked_out("form")

    def attack_after_sharing(self):
        """Eve was logged in with this browser before, and knows what her forms there held."""
        shared = browser.Browser(self.app, origin=f"https://{self.host}")
        self.log_in(shared, self.names[1])
        known = self.forms(shared)
        self.log_in(shared, self.names[0])
        for self.aim in METHODS:
            path, harm = self.target()
            attempt(shared.on(cross_site.FOREIGN).post, path, {**known[self.aim], **harm})
        return self.changed()

    def is_logged_out(self):
        return self.shown.url.endswith("/login")

    def changed(self):
        self.shown = self.victim.get("/tools")
        names = [item.text for item in self.shown.page.find_all("b")]
        if TRAP in names:
            return "another site changed the list in Ada's name"
        gone = not self.is_logged_out() and f"tool of {self.names[0]}" not in names
        return "another site took away Ada's tool" if gone else ""


def test_no_other_site_changes_the_list():
    found = search(Street, tries=66, alone=1)
    exploit_if(found, str(found))
