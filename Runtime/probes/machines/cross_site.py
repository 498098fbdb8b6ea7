"""What other sites can make a visitor's browser do: every way of sending, with everything an attacker knows."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import harness
from probes import chance
from probes.browser import Browser, Visit
from probes.cookies import told
from probes.form_encoding import Upload
from probes.grammars.combined import combined
from probes.grammars.seams import moved
from probes.machines.domains import domain
from probes.machines.machine import Machine

FOREIGN = "https://evil.example"
#: As `Browser.attacks` names them.
WAYS = domain(
    "form",
    "form that hides its origin",
    "link",
    "script, form body",
    "script, JSON as plain text",
    odd=(
        "script, HEAD",
        "plain-text form",
        "plain-text form that is JSON",
        "multipart form",
        "form with fields in the address",
        "image",
        "frame",
        "script, JSON without a type",
        "script, JSON body",
        "script, PUT",
        "script, DELETE",
        "form with another method named",
    ),
)
#: What stands in the fields that the site's own form adds: nothing, the attacker's own, or what is taken by mistake.
FIELDS = domain(
    "none", "own", "empty", odd=("copy", "stranger", "first letter", "None", "null", "0", "own, reversed", "own, cut")
)
#: What the name of another member has more: a digit or letter of hex and base64, and what names have within.
_MORE_OF_A_NAME = ("a", "7", "-", "00")
#: So many texts of a cookie are tried as what stands in a form.
_MOST_READ = 8
#: A digit with which a name ends or begins, and so many logins of such a member, and of the victim behind them.
_DIGIT, _OF_OTHERS, _OF_VICTIM = "1", 9, 12


def sites(host: str) -> Any:
    """Pages of others: one with nothing in common, a frame without an origin, and names that begin or end alike."""
    name, _, end = host.partition(".")
    alike = (
        f"https://{host}.evil.example",
        f"https://evil{host}",
        f"https://evil-{host}",
        f"https://{name}.{end}.evil",
        f"https://{name}-{end}",
        f"https://{name}x{end}",
        f"https://{name}.evil",
        "https://localhost",
    )
    return domain(FOREIGN, odd=("null", *alike))


class CrossSite(Machine):
    """Two visitors of one site: the victim, and the attacker, who is an ordinary member and has pages of other sites.

    A check says how the site is made (`new_app`), how one logs in (`log_in`), what is sent (`target`) and what has
    changed (`changed`).
    """

    #: What the victim's form and the attacker's add on a site of the attacker's, made with the same program.
    copied: ClassVar[dict[type, tuple[dict[str, str], dict[str, str]]]] = {}
    host: ClassVar[str] = "shop.example"
    #: A page of the attacker's that browsers count as the same site: it sets cookies that the host is sent, too.
    neighbour: ClassVar[str] = "https://eve.shop.example"
    #: Where the attacker's page is for all that has no site of its own; a neighbour, if the text speaks of such.
    page: ClassVar[str] = FOREIGN
    names: ClassVar[tuple[str, str]] = ("ada", "eve")

    def new_app(self) -> Any:
        """The site, anew."""
        raise NotImplementedError

    def log_in(self, visitor: Browser, name: str) -> None:
        """Logs a visitor in, through the site's own pages."""
        raise NotImplementedError

    def form(self, visitor: Browser) -> Mapping[str, str]:
        """All fields of the form that this visitor is shown, without what the attack itself sets."""
        return {}

    def target(self) -> tuple[str, Mapping[str, Any]]:
        """Where the attack is sent, and the fields that do harm."""
        raise NotImplementedError

    def files(self) -> Mapping[str, Upload]:
        """The files that the attack uploads beside the fields, for a form with files."""
        return {}

    def changed(self) -> str:
        """What is no longer as it was, as the victim sees it."""
        raise NotImplementedError

    def start(self, variant: object) -> None:
        if type(self) not in self.copied:
            self.copied[type(self)] = self._copy()
        self.app = self.new_app()
        self.victim = self.visitor(self.names[0])
        self.attacker = self.visitor(self.names[1])
        if self.changed():
            harness.inconclusive("the site does not work for whoever has logged in")
        self._known = dict(self.form(self.attacker))

    def _copy(self) -> tuple[dict[str, str], dict[str, str]]:
        """The victim's name is known, and so is the program: what it makes of both is no secret.

        The program is loaded again afterwards, as it is on the site's own machine: chance that it draws then is new.
        """
        self.app = self.new_app()
        victims, own = (dict(self.form(self.visitor(name))) for name in self.names)
        harness.solution.reload()
        return victims, own

    def visitor(self, name: str, follow: bool = True) -> Browser:
        """A new browser, logged in."""
        visitor = Browser(self.app, origin=f"https://{self.host}", follow=follow)
        self.log_in(visitor, name)
        return visitor

    def send(self, way: str, fields: str, site: str) -> str:
        """A page of `site` makes the victim's browser send something."""
        return self._sent(self.victim, way, fields, site)

    def send_at_once(self, way: str, fields: str) -> str:
        """The same to a victim who has logged in and not seen the form yet: nothing was made for her."""
        return self._sent(self.visitor(self.names[0], follow=False), way, fields, self.page)

    def insist(self, way: str, first: str, fields: str) -> str:
        """Twice, with no look in between: a refusal may have thrown away what was compared."""
        refused, sent = (self._attack(self.victim, self.page, way, self._filled(known)) for known in (first, fields))
        harness.attempt(refused)
        return self.after(sent)

    def send_worked_out(self, way: str) -> str:
        """What the attacker's own form says, changed as it changes from him to the victim on his copy of the site."""
        victims, copied = self.copied[type(self)]
        for name, own in self._known.items():
            for made in itertools.islice(combined(copied.get(name, ""), victims.get(name, ""), own), 8):
                if effect := self.after(self._attack(self.victim, self.page, way, {**self._known, name: made})):
                    return effect
        return ""

    def namesakes(self) -> list[str]:
        """Names of members that begin or end with the victim's; `new_app` must know them for `send_of_a_namesake`."""
        return [name for more in (*_MORE_OF_A_NAME, _DIGIT) for name in (self.names[0] + more, more + self.names[0])]

    def send_of_a_counted_namesake(self, behind: bool) -> str:
        """What is sealed for a name and the number of a login without a border: `ada1` and 2 are `ada` and 12.

        The namesake logs in first, and keeps all that he is shown; then the victim does, until her number has two digits.
        """
        used = self.app, self.victim
        self.app = self.new_app()
        try:
            return self._counted(self.names[0] + _DIGIT if behind else _DIGIT + self.names[0])
        finally:
            self.app, self.victim = used

    def _counted(self, name: str) -> str:
        kept: list[dict[str, str]] = []
        for _ in range(_OF_OTHERS):
            known = harness.attempt(lambda: dict(self.form(self.visitor(name, follow=False)))).value
            if known and known not in kept:
                kept.append(known)
        if len(kept) < 2:
            return ""
        path, harm = self.target()
        self.victim = self.visitor(self.names[0])
        before = self.changed()
        for _ in range(_OF_VICTIM):
            self.victim = self.visitor(self.names[0], follow=False)
            page = self.victim.on(self.page)
            for known in kept:
                harness.attempt(lambda known=known: page.post(path, {**known, **harm}, self.files()))
        # By now she may have been logged out by what was refused.
        self.victim = self.visitor(self.names[0])
        return now if (now := self.changed()) != before else ""

    def send_of_a_namesake(self, way: str, more: str, behind: bool, tries: int = 8) -> str:
        """What is sealed for a member whose name is the victim's and some signs more, which are moved elsewhere.

        For tokens that are made of a name and a part of theirs without a border. Fields alike get the same text.
        """
        name = self.names[0] + more if behind else more + self.names[0]
        known = harness.attempt(lambda: dict(self.form(self.visitor(name)))).value
        for text in dict.fromkeys(known.values()) if isinstance(known, dict) else ():
            for made in itertools.islice(moved(text, more, behind), tries):
                fields = {field: made if value == text else value for field, value in known.items()}
                if effect := self.after(self._attack(self.victim, self.page, way, fields)):
                    return effect
        return ""

    def plant(self, whose: str, moment: tuple[str, str]) -> str:
        """A page of a neighbour puts cookies of the site, one or all, into the victim's browser, and sends the form.

        They are those of the attacker, of a browser in which nobody has logged in, or empty ones, and so are the fields.
        The victim's own browser is another one, which is only looked at.
        """
        owner, known = self.attacker, self._known
        if whose == "stranger":
            owner = Browser(self.app, origin=f"https://{self.host}")
            known = {**self._known, **(dict(form.fields) if (form := owner.get("/login").form()) else {})}
        cookies = [(one.name, "" if whose == "empty" else one.value) for one in owner.cookies]
        sets = [[one] for one in cookies] + ([cookies] if len(cookies) > 1 else [])
        for planted in sets:
            texts = dict.fromkeys(text for value in dict(planted).values() for text in told(value)) if whose != "empty" else [""]
            read = [dict.fromkeys(known, text) for text in itertools.islice(texts, _MOST_READ)]
            for fields in [known, *read] if whose != "empty" else read:
                if effect := self._planted(planted, moment, fields):
                    return effect
        return ""

    def plant_and_go_on(self, whose: str, then: str) -> str:
        """The cookies are in two browsers: the victim logs in with them, and then their owner goes on.

        What belongs to them may be the attacker's again, or still: what he is shown now may count for her, too.
        """
        owner = self.attacker if whose == "own" else Browser(self.app, origin=f"https://{self.host}")
        if whose == "stranger":
            owner.get("/login")
        if whose == "shown the door":
            harness.attempt(lambda: self.form(owner))
        cookies = [(one.name, one.value) for one in owner.cookies]
        victim = Browser(self.app, origin=f"https://{self.host}", follow=False)
        page = victim.on(self.neighbour)
        for name, value in cookies:
            # Of this path alone, so that it is not in front of the one that the login gives her.
            page.plant(name, value, "/login", self.neighbour.partition(".")[2])
        self.log_in(victim, self.names[0])
        if then != "logs in at once":
            self.form(victim)
        if then != "looks":
            self.log_in(owner, self.names[1])
        known = harness.attempt(lambda: dict(self.form(owner))).value
        path, harm = self.target()
        return self.after(lambda: page.post(path, {**(known or {}), **harm}, self.files()))

    def plant_of_a_namesake(self, more: str, behind: bool) -> str:
        """A namesake's form, with a cookie of the site in which the signs that his name has more stand as well.

        For tokens that are made of a name and a cookie without a border: `adaX` and `Y` are `ada` and `XY`. The
        namesake may have put another value into his own browser, so that hers is as long as it must be.
        """
        name = self.names[0] + more if behind else more + self.names[0]
        first = self.visitor(name)
        harness.attempt(lambda: self.form(first))
        for cookie in first.cookies:
            value = cookie.value
            for chosen in dict.fromkeys((value, value[: -len(more)] if behind else value[len(more) :])):
                own = self.visitor(name)
                own.set_cookie(cookie.name, chosen)
                known = harness.attempt(lambda own=own: dict(self.form(own))).value
                if not isinstance(known, dict) or not known:
                    continue
                planted = more + chosen if behind else chosen + more
                if effect := self._planted([(cookie.name, planted)], ("after", "target"), known):
                    return effect
        return ""

    def _planted(self, cookies: list[tuple[str, str]], moment: tuple[str, str], fields: dict[str, str]) -> str:
        victim = Browser(self.app, origin=f"https://{self.host}", follow=False)
        page = victim.on(self.neighbour)
        when, where = moment
        path, harm = self.target()

        def put() -> None:
            for name, value in cookies:
                page.plant(name, value, where.replace("target", path), self.neighbour.partition(".")[2])

        if when == "before":
            put()
        self.log_in(victim, self.names[0])
        self.form(victim)
        if when == "after":
            put()
        return self.after(lambda: page.post(path, {**fields, **harm}, self.files()))

    def _sent(self, victim: Browser, way: str, fields: str, site: str) -> str:
        return self.after(self._attack(victim, site, way, self._filled(fields)))

    def _attack(self, victim: Browser, site: str, way: str, fields: Mapping[str, Any]) -> Callable[[], Visit]:
        """A page of `site` that sends these fields and what does harm, in this way."""
        path, harm = self.target()
        return victim.on(site).attacks(path, {**fields, **harm}, json=dict(harm), files=self.files())[way]

    def after(self, send: Callable[[], Visit]) -> str:
        """Sends, and says what has changed. A victim whose session was ended by it logs in again."""
        harness.attempt(send)
        if effect := self.changed():
            return effect
        if self.is_logged_out():
            self.log_in(self.victim, self.names[0])
            return self.changed()
        return ""

    def is_logged_out(self) -> bool:
        """Whether the victim has to log in again: a refusal may end a session, and spare the site later attacks."""
        return False

    def _filled(self, how: str) -> dict[str, str]:
        if how == "none":
            return {}
        if how == "stranger":
            stranger = Browser(self.app, origin=f"https://{self.host}").get("/login")
            return dict(stranger.form().fields) if stranger.form() else {}
        if how == "copy":
            return dict(self.copied[type(self)][0])
        if how == "first letter":
            # A name that only the victim's page has is a secret itself.
            return {name: value[:1] for name, value in self.form(self.victim).items() if name in self._known}
        made = {
            "own": str,
            "empty": lambda value: "",
            "own, reversed": lambda value: value[::-1],
            "own, cut": lambda value: value[:-1],
        }
        return {name: made.get(how, lambda value: how)(value) for name, value in self._known.items()}


#: What a page has in its hidden fields, names and values, for who logs in with the program's own test client.
_SHOWN = r"""
import html, re
def hidden(page):
    tags = [dict(re.findall("([a-z]+) *= *[\"']?([^\"'>]*)", one)) for one in re.findall("<input[^>]*>", page)]
    return {one.get("name", ""): html.unescape(one.get("value", "")) for one in tags if one.get("type", "").strip() == "hidden"}
def shown(app, login):
    client, told = app.test_client(), {"Origin": base, "Referer": base + "/login"}
    first = client.get("/login", base_url=base).get_data(as_text=True)
    client.post("/login", base_url=base, data={**hidden(first), **login}, headers=told)
    fields = hidden(client.get(page, base_url=base).get_data(as_text=True))
    return "|".join(f"{name}={value}" for name, value in fields.items())
"""


def fields_worked_out(make: str, base: str, page: str, logins: tuple[dict[str, str], dict[str, str]]) -> str:
    """Why an attacker who is logged in works out the hidden fields of the victim's page; empty if no reason is found.

    Only for sites that obey whatever page sends what stands in these fields. `make` is the application as an expression,
    `logins` are the fields of the victim's login and of the attacker's. The fields are looked at for little chance, for
    generators that tell what they give next, and for numbers of which one tells others.
    """
    given: dict[str, Any] = {"base": base, "page": page, "victim": logins[0], "attacker": logins[1]}
    setup = f"{_SHOWN}\napp = {make}\nbefore = [shown(app, attacker) for _ in range(4)]"
    if weak := chance.too_little("shown(app, victim)", setup, random=True, **given):
        return weak
    if weak := chance.told_by_a_generator("shown(app, victim)", setup, **given):
        return weak
    made = chance.drawn("before", setup, needed=1, **given).value
    return chance.told_by_others(made) if isinstance(made, list) and len(set(made)) == len(made) else ""


def by_own_form() -> dict[str, tuple[Any, ...]]:
    """Only what the attacker's own form says, for sites on which names or numbers of the two are nearly the same."""
    return {"send": (domain("form", "link"), domain("own"), domain(FOREIGN))}


def planting() -> dict[str, tuple[Any, ...]]:
    """Cookies of the site that a page of a neighbour has put into the victim's browser."""
    moments = (("after", "target"), ("before", "/"), ("before", "/login"), ("after", "/"), ("before", "target"))
    whose = domain("stranger", "own", "shown the door")
    return {
        "plant": (domain("own", "stranger", "empty"), domain(*moments)),
        "plant_and_go_on": (whose, domain("logs in", "looks", "logs in at once")),
    }


def of_namesakes() -> dict[str, tuple[Any, ...]]:
    """What is sealed for members whose names begin or end with the victim's, on sites that know all `namesakes`."""
    return {
        "send_of_a_namesake": (domain("form"), domain(*_MORE_OF_A_NAME), domain(True, False)),
        "send_of_a_counted_namesake": (domain(True, False),),
    }


def planting_of_namesakes() -> dict[str, tuple[Any, ...]]:
    """The same with cookies that he has chosen, and that a page of a neighbour has put into her browser."""
    return {"plant_of_a_namesake": (domain(*_MORE_OF_A_NAME[:2]), domain(True, False))}


def operations(host: str) -> dict[str, tuple[Any, ...]]:
    """Every way × everything known × every site; the same for a victim who has just logged in, and twice in a row."""
    some = domain("form", "link", odd=("form that hides its origin", "script, JSON as plain text", "script, HEAD"))
    return {
        "send": (WAYS, FIELDS, sites(host)),
        "send_at_once": (some, FIELDS),
        "send_worked_out": (domain("form"),),
        "insist": (some, domain("none", "own"), domain("none", "empty")),
    }
