from harness import attempt, exploit_if, inconclusive, solution
from probes import browser
from probes.machines import cross_site
from probes.machines.domains import domain
from probes.machines.search import search

OWN, TRAP = ("own.jpg", b"own photograph", "image/jpeg"), ("trap.jpg", b"trap", "image/jpeg")
ACTIONS = ("/photos", "/enter", "/discard")
WAYS = domain("form", "script, multipart body", "link", odd=(*cross_site.WAYS.usual, *cross_site.WAYS.odd))
FIELDS = domain("none", "own", odd=(*cross_site.FIELDS.usual, *cross_site.FIELDS.odd))


class Calendar(cross_site.CrossSite):
    """No page of another site puts, enters or discards a draft in Ada's name; she enters what she has seen."""

    host = "lights.example"
    action = "/photos"
    operations = {
        "attack": (WAYS, FIELDS),
        "attack_from": (cross_site.sites(host),),
        "attack_twice": (domain("none", "own"), domain("none", odd=["empty"])),
        "attack_at_once": (domain("form", "link"), domain("none", odd=("empty", "own"))),
        "attack_worked_out": (),
        "attack_after_sharing": (),
        "attack_with_fields_of": (domain("/photos", "/preview"),),
        "attack_during_the_preview": (domain("form", "link", "script, multipart body", odd=("form that hides its origin", "form with fields in the address")), domain("none", "own")),
        "attack_in_a_row": (domain("none", "own"),),
        "attack_without_a_draft": (domain("Discard", "Enter it"), domain("form", "script, multipart body")),
        "attack_another_address": (domain("{}/", "/{}", odd=("{}//", "/.{}", "{}?x=/login", "{};x", "{}/login", "/login/..{}", "{}%20")),),
        "attack_where_the_token_is": (domain("address", "both"), domain("own", "empty")),
    }

    def new_app(self):
        return solution.create_app({name: f"owl of {name}" for name in self.names})

    def log_in(self, visitor, name):
        visitor.get("/login").form().submit(name=name, password=f"owl of {name}")

    def draft(self, visitor, name):
        visitor.get("/photos").form(action="/photos").submit(photo=OWN, caption=f"of {name}")

    def visitor(self, name, follow=True):
        made = super().visitor(name, follow)
        if follow:
            self.draft(made, name)
        return made

    def forms(self, visitor):
        """What the form of each action has besides what members fill in."""
        found = {}
        for action in ACTIONS:
            form = visitor.get("/photos" if action == "/photos" else "/preview").form(action=action)
            found[action] = {key: value for key, value in (form.fields if form else {}).items() if key != "caption"}
        return found

    def form(self, visitor):
        return self.forms(visitor)[self.action]

    def target(self):
        return self.action, {"caption": "trap"} if self.action == "/photos" else {}

    def files(self):
        return {"photo": TRAP} if self.action == "/photos" else {}

    def _copy(self):
        """Of all forms, on a site of the attacker's own."""
        self.app = self.new_app()
        both = [self.forms(self.visitor(name)) for name in self.names]
        solution.reload()
        type(self).copies = {action: tuple(forms[action] for forms in both) for action in ACTIONS}
        return self.copies["/photos"]

    def take(self, action):
        """What is attacked from here on, and what is known of its form."""
        self.action, self._known = action, self.known[action]
        self.copied[type(self)] = self.copies[action]

    def each(self, send):
        """Something is sent to each of the addresses; one by one where a refusal ends the session."""
        for action in ACTIONS:
            self.take(action)
            attempt(send)
        if (effect := self.changed()) or not self.is_logged_out():
            return effect
        for action in ACTIONS:
            self.take(action)
            self.log_in(self.victim, self.names[0])
            attempt(send)
            self.log_in(self.victim, self.names[0])
            if effect := self.changed():
                return effect
        return ""

    def page_sends(self, way, fields, site=cross_site.FOREIGN):
        return self._attack(self.victim, site, way, self._filled(fields))()

    def attack(self, way, fields):
        return self.each(lambda: self.page_sends(way, fields))

    def attack_from(self, site):
        return self.each(lambda: self.page_sends("form", "none", site))

    def attack_twice(self, first, fields):
        def send():
            attempt(self.page_sends, "form", first)
            self.page_sends("form", fields)

        return self.each(send)

    def attack_at_once(self, way, fields):
        """From the browser of an Ada who has just logged in, and has seen nothing yet."""

        def send():
            other = browser.Browser(self.app, origin=f"https://{self.host}", follow=False)
            self.log_in(other, self.names[0])
            self._attack(other, cross_site.FOREIGN, way, self._filled(fields))()

        return self.each(send)

    def attack_worked_out(self):
        for action in ACTIONS:
            self.take(action)
            if effect := self.send_worked_out("form"):
                return effect
        return ""

    def attack_after_sharing(self):
        """Eve was logged in with this browser before, and knows what her forms there held."""
        shared = browser.Browser(self.app, origin=f"https://{self.host}")
        self.log_in(shared, self.names[1])
        self.draft(shared, self.names[1])
        known = self.forms(shared)
        self.log_in(shared, self.names[0])

        def send():
            self._attack(shared, cross_site.FOREIGN, "form", known[self.action])()

        return self.each(send)

    def attack_with_fields_of(self, page):
        """Names that only Ada's form has are known, since the program is; what belongs to one action is sent to another."""
        fields = self.known["/photos" if page == "/photos" else "/discard"]
        return self.each(lambda: self._attack(self.victim, cross_site.FOREIGN, "form", fields)())

    def attack_where_the_token_is(self, place, fields):
        """What Eve's form holds stands in the address, alone or too."""

        def send():
            path, harm = self.target()
            known = self._filled(fields)
            query = "&".join(f"{key}={value}" for key, value in known.items())
            page = self.victim.on(cross_site.FOREIGN)
            page.post(f"{path}?{query}", {**(known if place == "both" else {}), **harm}, self.files())

        return self.each(send)

    def attack_during_the_preview(self, way, fields):
        """Ada looks at her draft; the page sends another one; Ada enters what she sees."""
        shown = self.victim.get("/preview")
        self.take("/photos")
        attempt(self.page_sends, way, fields)
        attempt(shown.click, "Enter it")
        found = [one for one in self.calendar() if one.get("member") == self.names[0]]
        self.draft(self.victim, self.names[0])
        self.model = "entered"
        wrong = [one for one in found if (one.get("caption"), one.get("size")) != (f"of {self.names[0]}", len(OWN[1]))]
        self.entered = len(found)
        return f"Ada entered {wrong[0]}, which is not what she has seen" if wrong else ""

    def attack_without_a_draft(self, how, way):
        """Nothing is there that could be replaced; or there was something."""
        self.victim.get("/preview").click(how)
        self.model, self.entered = "no draft", len(self.calendar())
        self.take("/photos")
        attempt(self.page_sends, way, "none")
        put = self.victim.get("/draft").data == TRAP[1]
        return "another site put its photograph where Ada had no draft" if put else ""

    def attack_another_address(self, form):
        """The same address, written in another way."""

        def send():
            _, harm = self.target()
            self.victim.on(cross_site.FOREIGN).post(form.format(self.action), harm, self.files())

        return self.each(send)

    def attack_in_a_row(self, fields):
        """An upload and what enters it, from one page, with nothing in between."""
        for action in ("/photos", "/enter", "/photos", "/discard", "/enter"):
            self.take(action)
            attempt(self.page_sends, "form", fields)
        return self.changed()

    entered = 0
    known, copies = {}, {}

    def calendar(self):
        told = browser.Browser(self.app, origin=f"https://{self.host}").get("/calendar").json
        return told if isinstance(told, list) else []

    def is_logged_out(self):
        return self.shown.url.endswith("/login")

    def changed(self):
        if len([one for one in self.calendar() if one.get("member") == self.names[0]]) > self.entered:
            return "another site entered a photograph in Ada's name"
        self.shown = self.victim.get("/draft")
        if self.is_logged_out() or self.shown.data == OWN[1]:
            return ""
        return "another site put its photograph in the place of Ada's draft" if self.shown.data == TRAP[1] else "another site discarded Ada's draft"

    def start(self, variant):
        self.action, self.entered = "/photos", 0
        super().start(variant)
        self.known = self.forms(self.attacker)
        if self.victim.get("/draft").data != OWN[1] or self.calendar():
            inconclusive("Ada cannot upload a photograph")


def test_no_other_site_uploads_enters_or_discards():
    found = search(Calendar, tries=72, alone=1)
    exploit_if(found, str(found))


def as_eve(name):
    """Ada has a draft; a member of this name knows what is in her own forms, for her first draft and for the next."""
    site = Calendar()
    site.names = ("ada", name)
    site.app = site.new_app()
    site.victim = site.visitor("ada")
    eve = attempt(site.visitor, name).value
    known = []
    for _ in range(2 if eve else 0):
        forms = attempt(site.forms, eve).value
        known += [forms] if isinstance(forms, dict) else []
        attempt(site.draft, eve, name)
    return site, known


def sends(site, action, forms):
    site.action = action
    attempt(site._attack(site.victim, cross_site.FOREIGN, "form", forms[action]))


def test_a_name_and_a_number_are_no_other_name_and_number():
    """What is sealed for draft 1 of `ada1` is for draft 11 of `ada`, where there is no border; numbers are of one member, or of all."""
    for name in ("ada1", "1ada"):
        site, known = as_eve(name)
        for _ in range(12):
            for forms in known:
                sends(site, "/enter", forms)
            if site.calendar():
                break
            site.draft(site.victim, "ada")
        exploit_if(site.calendar(), f"a page of the member {name!r} has entered a photograph in Ada's name")


def test_a_member_whose_name_is_nearly_the_same_is_another_one():
    for name in ("ADA", "ada ", "\uff41da", "ad\u00e1", "ad", "adaada", "ada/photos", "ada\u200b", "Ada"):
        site, known = as_eve(name)
        for forms in known[:1]:
            for action in ACTIONS:
                sends(site, action, forms)
                exploit_if(wrong := site.changed(), f"by a page of the member {name!r}: {wrong}")
                if site.is_logged_out():
                    site.log_in(site.victim, "ada")
