import base64
import email.policy
import itertools
import re
from urllib.parse import quote

from harness import attempt, attribute, box, exploit_if, inconclusive, solution, web_client
from probes import browser, chance
from probes.grammars.combined import combined
from probes.grammars.lengthened import lengthened

WORDS = {"yes": "I come: ", "no": "I cannot come: "}
DAYS = ("1 May", "11 May", "2 June")
ACTIONS = ("yes", "no", "leave")
EVIL = "https://evil.example"
BORDERS = (r"[^0-9A-Za-z_-]", r"[^0-9A-Za-z]")
#: How a form or an address may call a member.
NAMED = ("name", "member", "user", "who", "reader", "to", "email", "m", "n", "u")
UUID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
numbers = itertools.count()


def path(link):
    return re.sub("^https://orchard.example", "", link.strip("<> \r\n"))


class Site:
    """Ada, Eve, who attacks, and the mails to both."""

    def __init__(self, eve="eve", others=()):
        self.folder, self.eve = f"attacked-{next(numbers)}", eve
        self.members = {name: f"plum of {name}" for name in ("ada", eve, *others)}
        box.mkdir(self.folder)
        self.orchard = solution.Orchard(self.members, box.path(self.folder))
        self.app = attribute(self.orchard, "app")
        self.mails = {}
        for day in DAYS:
            self.orchard.invite(day)
            self.collect(day)
        self.ada = self.visitor("ada")
        self.ada.get(self.mails["ada", DAYS[0], "yes"])
        self.noted = {DAYS[0]: "yes"}
        if wrong := self.changed():
            inconclusive(f"before any attack, {wrong}")

    def collect(self, day):
        for name in box.names(self.folder):
            mail = email.message_from_bytes(box.read(f"{self.folder}/{name}"), policy=email.policy.default)
            who = mail["To"].partition("@")[0]
            text = mail.get_body(("plain",)).get_content()
            self.mails[who, day, "leave"] = path(mail["List-Unsubscribe"])
            for action, words in WORDS.items():
                self.mails[who, day, action] = path(next(line for line in text.splitlines() if line.startswith(words)).removeprefix(words))
            box.remove(f"{self.folder}/{name}")

    def visitor(self, name=None):
        made = browser.Browser(self.app, origin="https://orchard.example", follow=False)
        if name:
            made.get("/login").form().submit(name=name, password=self.members[name])
        return made

    def changed(self):
        shown = self.visitor()
        noted = {day: answers["ada"] for day, answers in shown.get("/days").json.items() if isinstance(answers, dict) and "ada" in answers}
        if noted != self.noted:
            return f"Ada's answers are {noted}"
        return "" if "ada" in shown.get("/readers").json else "Ada is no reader any more"

    def sent(self, address, ways=("link", "button")):
        """The address is opened from a page in Ada's browser, or sent as a mail program does, or both."""
        for way in ways:
            attempt(self.send, way, address)

    def send(self, way, address):
        page = self.ada.on(EVIL)
        where, _, query = address.partition("?")
        fields = dict(part.partition("=")[::2] for part in query.split("&") if part)
        if way == "link":
            page.link(address)
        elif way == "button":
            web_client(self.app).post(address, data=b"List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
        elif way == "form":
            page.post(address, {"List-Unsubscribe": "One-Click"})
        elif way == "fields":
            page.post(where, {**fields, "List-Unsubscribe": "One-Click"})
        elif way == "hidden":
            page.post(address, {"List-Unsubscribe": "One-Click"}, referrer=False)
        elif way == "names in the form":
            page.post(address, {"List-Unsubscribe": "One-Click", **dict.fromkeys(NAMED, "ada")})
        elif way == "image":
            page.image(address)
        elif way == "head":
            page.fetch(address, method="HEAD")
        elif way == "without a trace":
            browser_without(page).link(address)


sites = []


def usual():
    """A site that nothing was done to yet, as long as no attack has had an effect."""
    if not sites or sites[-1].changed():
        sites.append(Site())
    return sites[-1]


def browser_without(page):
    """A page without an origin: the request tells nothing of it."""
    return page.on("null")


ALL_WAYS = ("link", "button", "form", "names in the form", "fields", "hidden", "image", "head", "without a trace")
copies = {}


def copied(eve, others=()):
    """Two copies that Eve has run, with the same names and days, one after the other: what differs is drawn by chance."""
    key = (eve, others)
    if key not in copies:
        made = []
        for _ in range(2):
            made.append(Site(eve, others).mails)
            solution.reload()
        copies[key] = made
    return copies[key]


def own_texts(eve, site, place, border, length):
    """What stands at this place in the links that Eve has got."""
    for (who, _, _), link in site.mails.items():
        parts = re.split(f"({border})", link)
        if who == eve and len(parts) == length:
            yield parts[place]


def altered(text):
    yield from ("", "None", "null", "0", text[:1], text[:-1], text[::-1], text.upper())
    for digits, base in (("d", 10), ("x", 16)):
        try:
            number = int(text, base)
        except ValueError:
            continue
        for step in (-3, -1, 1, -2, 2, 3, -6, 6, -5, 5, -4, 4):
            yield format(max(number + step, 0), digits).rjust(len(text), "0")


def worked_out(site, key, first, second, most=26):
    """Ada's link, with all that Eve knows or can guess in the place of what only chance has made."""
    seen = set()
    target, other = first[key], second[key]
    for border in BORDERS:
        parts, others = (re.split(f"({border})", link) for link in (target, other))
        if len(parts) != len(others):
            continue
        secret = [place for place, (one, two) in enumerate(zip(parts, others)) if one != two]
        columns = []
        for place in secret:
            own = list(dict.fromkeys(own_texts(site.eve, site, place, border, len(parts))))
            # Of the same day and action first.
            same = re.split(f"({border})", site.mails[site.eve, *key[1:]])
            own.sort(key=lambda text, same=same, place=place: text != (same[place : place + 1] or [""])[0])
            mine = re.split(f"({border})", first[site.eve, *key[1:]])
            mixed = list(itertools.islice(combined(mine[place], parts[place], own[0]), 3)) if own and len(mine) == len(parts) else []
            columns.append([*own, *mixed, *altered(own[0] if own else parts[place]), parts[place]])
        for texts in itertools.islice(itertools.zip_longest(*columns) if columns else [()], most):
            made = list(parts)
            for place, text in zip(secret, texts):
                made[place] = columns[secret.index(place)][0] if text is None else text
            link = "".join(made)
            if link not in seen:
                seen.add(link)
                yield link
        # The part is left out, with its name.
        for place in secret:
            cut = "".join(parts[:place] + parts[place + 1 :])
            yield from (re.sub(r"[?&][^=&?]*=(?=&|$)", "", cut), cut.rstrip("/"), re.sub(r"//+", "/", cut))


def test_no_link_to_ada_can_be_worked_out():
    first, second = copied("eve")
    site = usual()
    for day in (DAYS[0], DAYS[2]):
        for action in ("no", "leave", "yes"):
            if (day, action) == (DAYS[0], "yes"):
                continue
            for link in worked_out(site, ("ada", day, action), first, second):
                site.sent(link, ("button", "link") if action == "leave" else ("link",))
            exploit_if(wrong := site.changed(), f"by links for {action!r}, {day}, which stand in no mail to Eve: {wrong}")


def test_no_link_of_eve_is_one_of_ada():
    """What stands in the mails to Eve, as it is, with Ada's name in it or behind it, of another day or answer, sent in all ways."""
    site = usual()
    also = "&".join(f"{name}=ada" for name in NAMED)
    for action in ACTIONS:
        link = site.mails["eve", DAYS[1], action]
        named = link.replace("eve", "ada")
        both = (f"{link}{'&' if '?' in link else '?'}{also}", f"{link.partition('?')[0]}?{also}&{link.partition('?')[2]}")
        for made in (link, named, *both):
            site.sent(made, ALL_WAYS)
            exploit_if(wrong := site.changed(), f"by the link {action!r} of Eve: {wrong}")


def test_no_link_for_one_thing_is_for_another():
    site = usual()
    links = [site.mails["eve", day, action] for day in DAYS for action in ACTIONS]
    for one, other in itertools.permutations(links, 2):
        site.sent(one.partition("?")[0] + "?" + other.partition("?")[2], ("link",))
        site.sent(other.replace("eve", "ada"), ("link",))
    exploit_if(wrong := site.changed(), f"by a mixture of two links of Eve: {wrong}")


def packed(text):
    """What is packed in this part of a link, if it is a text."""
    for decode in (lambda: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), lambda: bytes.fromhex(text), lambda: base64.b32decode(text + "=" * (-len(text) % 8))):
        try:
            data = decode()
        except ValueError:
            continue
        if b"eve" in data:
            return data
    return b""


def test_no_link_of_eve_is_gone_on_with_to_one_of_ada():
    """What is sealed by a plain hash behind a key can be made longer without it; the last of two values may count."""
    site = usual()
    for action in ("no", "leave"):
        link = site.mails["eve", DAYS[2], action]
        for match in re.finditer(r"(?<=[/=])[^/?&=]+[/.:~$|!][^/?&=]+(?=$|[?&])|(?<=[/=])[^/?&=]{40,}(?=$|[/?&])", link):
            said = next(filter(None, map(packed, [*re.split(r"[/.:~$|!]", match[0]), match[0]])), b"")
            for border in (b"&", b";", b"|", b"\n") if said else ():
                for made in itertools.islice(lengthened(match[0], (32, 16, 64, 24, 20, 48, 33, 65), border + said.replace(b"eve", b"ada")), 24):
                    site.sent(link[: match.start()] + made + link[match.end() :], ("link",) if action == "no" else ("button",))
        exploit_if(wrong := site.changed(), f"by the link {action!r} of Eve, made longer: {wrong}")


def test_what_a_page_opens_before_ada_logs_in_is_not_done_when_she_does():
    """Her browser is sent to the login, and what it had asked for may be done behind it, for whoever logs in."""
    site = usual()
    ways = [*itertools.product(ACTIONS, DAYS[1:2], ("link", "form")), ("no", DAYS[2], "link"), ("yes", DAYS[2], "button"), ("no", DAYS[1], "image")]
    for action, day, way in ways:
        link = site.mails["eve", day, action]
        other = browser.Browser(site.app, origin="https://orchard.example", follow=True)
        page = other.on(EVIL)
        opened = attempt({"link": lambda: page.link(link), "image": lambda: page.image(link), "form": lambda: page.post(link, {"List-Unsubscribe": "One-Click"}), "button": lambda: page.post(link, {"List-Unsubscribe": "One-Click"}, referrer=False)}[way]).value
        for where in (opened.url if opened is not None else "/login", "/login")[: 2 if way == "link" else 1]:
            asks = attempt(other.get, where).value
            form = asks.form() if asks is not None else None
            attempt((form or other.get("/login").form()).submit, name="ada", password=site.members["ada"])
        exploit_if(wrong := site.changed(), f"by the link {action!r} of Eve, which a page has opened before Ada logged in: {wrong}")


def test_a_link_of_a_namesake_is_none_of_ada():
    """Where names, days and answers are joined without a border."""
    for eve in ("ada1", "1ada"):
        first, second = copied(eve)
        site = Site(eve)
        for day in (DAYS[1], DAYS[0]):
            for action in ("no", "leave"):
                for link in worked_out(site, ("ada", day, action), first, second, 14):
                    site.sent(link, ("button",) if action == "leave" else ("link",))
        exploit_if(wrong := site.changed(), f"by links of {eve!r}: {wrong}")


def test_a_member_whose_name_is_spelled_in_another_way_is_another_one():
    site = Site("Ada", ("aDa",))
    for link in (link for (who, day, _), link in list(site.mails.items()) if who != "ada" and day != DAYS[1]):
        site.sent(link)
    exploit_if(wrong := site.changed(), f"by links of 'Ada': {wrong}")


def test_no_number_of_a_link_tells_those_of_others():
    """UUIDs of the time or of names: who has some knows others."""
    site = usual()
    first, second = copied("eve")
    for action in ACTIONS:
        parts = [re.split(BORDERS[0], mails["eve", day, action]) for mails in (site.mails, first, second) for day in DAYS]
        for column in zip(*parts):
            if len({len(one) for one in parts}) == 1 and len(set(column)) > 3 and all(UUID.fullmatch(one) for one in column):
                told = chance.told_by_others(column[:3], ("ada", "eve", *DAYS))
                exploit_if(told, f"the part {action!r} of a link: {told}")


def test_a_link_without_a_part_is_none():
    """What a refusal leaves behind, and what nobody has been given."""
    site = usual()
    for action in ACTIONS:
        link = site.mails["eve", DAYS[1], action]
        for made in (link.partition("?")[0], re.sub(r"=[^&]*", "=", link), link.rpartition("/")[0] + "/", link.rpartition("&")[0], link.rpartition("=")[0] + "="):
            for named in (made, made.replace("eve", "ada")):
                site.sent(named, ("link", "form", "button", "link"))
    exploit_if(wrong := site.changed(), f"by links of which a part is missing: {wrong}")
