import itertools
from urllib.parse import urlencode

from harness import attempt, exploit_if, inconclusive, solution
from probes import browser, chance, cookies, search
from probes.grammars.ranked import in_turn, ranked

OWN = "https://lights.market.example"
FORM = "application/x-www-form-urlencoded"
#: Pages of others: their origins, nearest first.
NEAR = (
    "https://waffles.market.example", "https://evil.example", "http://lights.market.example", "https://lights.market.example:8443", "https://lights.market.example.evil.example", "https://evillights.market.example", "https://market.example", "https://eve.lights.market.example",
    "https://lights.market.example-evil.example", "https://lightsxmarket.example", "https://lights-market.example", "https://x-lights.market.example", "https://lights.market.example.eve.example", "https://lights.evil.example", "https://localhost", "https://lights.market.example:4430",
    "http://lights.market.example:443", "https://lights.market.example:80", "https://lights.markets.example", "https://ights.market.example", "http://localhost:5000", "http://127.0.0.1",
)
#: What may stand behind the origin in the address of such a page.
PATHS = ("/", f"/{OWN}/", f"/?from={OWN}/", "/lights.market.example/", f"/x/{OWN}", f"/?{OWN}", f"/@lights.market.example/", "/login", "/;" + OWN + "/", "//lights.market.example/")
#: How the browser tells of the page: Origin, Referer, and Sec-Fetch-Site.
TELLING = (
    ("page", "page", "site"), ("", "", ""), ("null", "", ""), ("", "page", ""), ("null", "", "site"), ("null", "page", "site"), ("", "", "site"), ("page", "", "site"), ("page", "page", ""), ("page", "", ""), ("", "page", "site"), ("null", "page", ""),
)
SWITCH = {"stall": "2", "on": "yes"}
METHODS = ("POST", "GET", "HEAD")
NAMES = ("light", "dark")


class Market:
    """Ada is logged in, and has switched the first lamp on from her own page."""

    def __init__(self):
        self.app = solution.create_app({"ada": "fir", "eve": "ivy"}, 3)
        self.ada = browser.Browser(self.app, origin=OWN, follow=False)
        self.log_in()
        if self.state() != {"1": True, "2": False, "3": False}:
            inconclusive("Ada cannot switch a lamp from her own page")
        self.log_in()

    def log_in(self):
        attempt(lambda: self.ada.get("/login").form().submit(name="ada", password="fir"))
        attempt(lambda: self.ada.get("/").form(action="/light").submit(stall="1", on="yes"))

    def state(self):
        return self.ada.on(OWN).get("/state").json

    def look(self):
        found = self.state()
        return None if found == {"1": True, "2": False, "3": False} else f"the lamps are {found}"

    def send(self, one, more=None):
        """As a browser sends it from this page, which makes it tell of itself what it wants to."""
        origin, path, telling, method, target = one
        page = self.ada.on(origin)
        told, referer, fetch = telling
        headers = {"Origin": {"page": origin, "null": "null"}.get(told), "Referer": origin + path if referer else None}
        if fetch:
            headers |= {"Sec-Fetch-Site": "same-site" if origin.startswith("https:") and origin.partition(":8")[0].endswith(".market.example") else "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
        headers = {name: value for name, value in headers.items() if value}
        url, fields = f"{OWN}/{target}", {**(SWITCH if target == "light" else {}), **(more or {})}
        if method == "POST":
            attempt(page._send, "POST", url, headers | {"Content-Type": FORM}, urlencode(fields).encode(), True)
        else:
            headers.pop("Origin", None)
            attempt(page._send, method, f"{url}?{urlencode(fields)}", headers, None, method == "GET")


def begin():
    market = Market()
    return market.send, market.look


def attack(what, candidates, begin, tries):
    """As `search` does it, but what is found is not made shorter: near an origin of others is our own."""
    listed = list(candidates)

    def begin_listed():
        use, look = begin()
        return lambda one: use(one) if one in listed else None, look

    search.attack_in_groups(what, listed, begin_listed, tries)


def test_no_page_of_others_switches_a_lamp():
    """Each kind of page, with all that its browser may tell."""
    several = itertools.cycle(NAMES)
    near = ((origin, path, telling, "POST", next(several)) for origin, telling, path in ranked((NEAR[:4], NEAR[4:]), (TELLING[:4], TELLING[4:]), (PATHS[:1], PATHS[1:])))
    each = ((origin, "/", TELLING[number], "POST", NAMES[turn % 2]) for number in (0, 3, 7) for turn, origin in enumerate(NEAR))
    paths = (("https://evil.example", path, TELLING[number], "POST", NAMES[turn % 2]) for number in (3, 5, 11, 0) for turn, path in enumerate(PATHS))
    telling = (("https://waffles.market.example", "/", one, "POST", target) for one in TELLING for target in NAMES)
    attack("page, path, what is told, method, switch", in_turn(telling, each, paths, near), begin, 150)


def test_no_other_method_switches_a_lamp():
    ways = ((origin, path, telling, method, target) for telling in (TELLING[3], TELLING[1], TELLING[10]) for method in METHODS[1:] for target in ("dark", "light", "dark/", "light/") for origin, path in (("https://waffles.market.example", "/"),))
    attack("page, path, what is told, method, switch", ways, begin, 24)


#: What a check may look at, or not, besides where it comes from.
TARGETS = ("light", "dark", "light/", "dark/", "//light", "light?x=1", "%6cight", "LIGHT", "./dark", "light?_method=GET")


def begin_ways():
    """With forms of other types, scripts, other ways to say what is wanted, and what an own form of Eve's has more."""
    market = Market()

    def use(one):
        way, target, origin = one
        page = market.ada.on(origin)
        fields = SWITCH if "ight" in target.lower() else {"x": "1"}
        attempt(lambda: page.attacks(f"/{target}", {**fields, "referer": f"{OWN}/", "origin": OWN, "token": ""})[way]())

    return use, market.look


WAYS = ("form", "multipart form", "plain-text form", "form with fields in the address", "link", "image", "frame", "script, HEAD", "script, form body", "script, multipart body", "script, JSON as plain text", "script, JSON body", "script, PUT", "script, DELETE", "form that hides its origin", "form with another method named")


def test_no_way_of_sending_switches_a_lamp():
    ways = in_turn(*((((way, target, origin) for way in WAYS) for target, origin in (("light", "https://waffles.market.example"), ("dark", "https://waffles.market.example"), ("dark", "null")))), ((way, target, "https://waffles.market.example") for target in TARGETS for way in WAYS[:2]))
    attack("way, switch, page", ways, begin_ways, 64)


class Wardens(Market):
    """Eve is a warden, too: what her own page has more, or what everybody is shown, is sent with a form of hers."""

    def __init__(self):
        super().__init__()
        self.eve = browser.Browser(self.app, origin=OWN, follow=False)
        attempt(lambda: self.eve.get("/login").form().submit(name="eve", password="ivy"))
        self.own = attempt(lambda: [dict(self.eve.get("/").form(action=f"/{name}").fields) for name in NAMES]).value or [{}, {}]
        # What everybody is shown who has not logged in.
        stranger = browser.Browser(self.app, origin=OWN)
        shown = [form for path in ("/", "/login") for form in getattr(attempt(stranger.get, path).value, "forms", ())]
        self.public = {name: value for form in shown for name, value in form.fields.items()}

    def send_with(self, one):
        target, origin, how, telling, method = one
        own = self.public if how == "public" else self.own[NAMES.index("dark" if how == "the other form's" and target == "light" else "light" if how == "the other form's" else target)]
        fields = {name: "" if how == "empty" else value for name, value in own.items() if name not in SWITCH} if how else {}
        self.send((origin, "/", telling, method, target), fields)


def begin_with_tokens():
    market = Wardens()
    return market.send_with, market.look


def test_what_stands_in_eves_form_switches_nothing_for_ada():
    """By a browser that tells nothing of the page, or that it is nowhere, or where it is."""
    told = (TELLING[1], TELLING[2], TELLING[0], TELLING[6], TELLING[4], TELLING[3])
    ways = ((target, origin, how, telling, "POST") for how in ("own", "public", "empty", "the other form's", "") for telling in told for target, origin in zip(NAMES, ("https://waffles.market.example", "https://evil.example")))
    others = ((target, origin, "own", telling, method) for method in METHODS[1:] for telling in told[:2] for target, origin in zip(NAMES, NEAR))
    attack("switch, page, fields, what is told, method", in_turn(ways, others), begin_with_tokens, 72)


class Early(Market):
    """Ada has just logged in, in a browser that was shown no page yet; what else is on, another warden has switched on."""

    def log_in(self):
        other = browser.Browser(self.app, origin=OWN, follow=False)
        for one, name, password in ((other, "eve", "ivy"), (self.ada, "ada", "fir")):
            attempt(lambda one=one, name=name, password=password: one.get("/login").form().submit(name=name, password=password))
        form = other.get("/").form(action="/light")
        self.names = [name for name in (form.fields if form else {}) if name not in SWITCH]
        attempt(lambda: form.submit(stall="1", on="yes"))


def begin_early():
    market = Early()

    def use(one):
        more, rest = one[0], one[1:]
        market.send(rest, {} if more is None else dict.fromkeys(market.names, more))

    return use, market.look


def test_nothing_is_switched_while_ada_has_seen_no_page():
    """What is compared may not be there yet: missing and missing, empty and empty are alike."""
    telling = (TELLING[1], TELLING[2], TELLING[6], TELLING[4], TELLING[0], TELLING[3])
    ways = ((more, "https://waffles.market.example", "/", told, "POST", target) for told in telling for more in (None, "", "None", "null") for target in NAMES)
    attack("fields, page, path, what is told, method, switch", ways, begin_early, 48)


#: What Ada's page has in its forms, as one text: what the names of her fields hold.
TOKENS = r'''
import html, re
def tokens(name="ada", password="fir", turns=1, app=None):
    app, own, found = app or solution.create_app({"ada": "fir", "eve": "ivy"}, 3), "https://lights.market.example", []
    for _ in range(turns):
        client = app.test_client()
        fields = hidden(client.get("/login", base_url=own).get_data(as_text=True)) | {"name": name, "password": password}
        client.post("/login", base_url=own, data=fields, headers={"Origin": own, "Referer": own + "/login"})
        found.append("|".join(hidden(client.get("/", base_url=own).get_data(as_text=True)).values()))
    return found
def hidden(page):
    tags = [dict(re.findall("([a-z]+) *= *[\"']?([^\"'>]*)", one)) for one in re.findall("<input[^>]*>", page)]
    return {one.get("name", ""): html.unescape(one.get("value", "")) for one in tags if one.get("type", "").strip() == "hidden"}
'''


def begin_with_adas_own():
    """Who knows what stands in Ada's own page, and sends it from another one, has all that there is to know."""
    market = Market()
    known = attempt(lambda: {name: dict(market.ada.get("/").form(action=f"/{name}").fields) for name in NAMES}).value or {}

    def use(one):
        target, origin, tells = one
        page = market.ada.on(origin)
        attempt(page.post, f"/{target}", {**known.get(target, {}), **(SWITCH if target == "light" else {})}, referrer=tells)

    return use, market.look


def test_what_keeps_others_out_cannot_be_worked_out():
    """Where a form is obeyed by what stands in it alone, that is a secret, and not one that other wardens know or work out."""
    by_fields = False
    for origin, tells in (("https://waffles.market.example", True), ("https://waffles.market.example", False), ("https://evil.example", False)):
        use, look = begin_with_adas_own()
        use(("light", origin, tells))
        by_fields = by_fields or bool(look())
    if not by_fields:
        return
    others = f"{TOKENS}\napp = solution.create_app({{'ada': 'fir', 'eve': 'ivy'}}, 3)\ntokens('eve', 'ivy', 3, app)"
    weak = chance.too_little("tokens()[0]", TOKENS) or chance.told_by_a_generator("tokens('ada', 'fir', 1, app)[0]", others)
    exploit_if(weak, f"what stands in Ada's form is enough for any page, and {weak}")
    made = chance.drawn("tokens('eve', 'ivy', 4)", TOKENS, needed=1).value
    told = chance.told_by_others(made) if isinstance(made, list) and len(set(made)) == len(made) else ""
    exploit_if(told, f"what stands in Ada's form is enough for any page, and after those of Eve it is worked out: {told}")


def begin_with_planted_cookies():
    """A page below the same domain sets cookies for all of it: those that Eve has got, but for her session, with what stands in her form."""
    market = Wardens()
    given = {one.name: one.value for one in market.eve.cookies if one.name != "session"}

    def use(one):
        target, origin, path, how, telling = one
        fields = {name: value if how == "own" else how for name, value in market.own[NAMES.index(target)].items() if name not in SWITCH}
        for name, value in given.items():
            attempt(market.ada.on(origin).plant, name, value if how == "own" else how, path, "market.example")
        market.send((origin, "/", telling, "POST", target), fields)

    return use, market.look


def test_cookies_of_a_page_nearby_switch_nothing():
    ways = ((target, "https://waffles.market.example", path, how, telling) for telling in (TELLING[1], TELLING[0], TELLING[2]) for how in ("own", "x") for target in NAMES for path in ("/", f"/{target}"))
    attack("switch, page, path of the cookie, value, what is told", ways, begin_with_planted_cookies, 24)


class Prepared(Wardens):
    """A page below the same domain has put a session of its owner's into Ada's browser before she logs in: what belongs to it is known to him."""

    def prepare(self, whose, path, then):
        """What the owner knows: the texts that stand in his cookies, and what he is shown when he goes on with them."""
        owner = self.eve if whose == "own" else browser.Browser(self.app, origin=OWN, follow=False)
        for page in ("/login", "/"):
            attempt(owner.get, page)
        sets = [(one.name, one.value) for one in owner.cookies]
        self.ada = browser.Browser(self.app, origin=OWN, follow=False)
        for name, value in sets:
            attempt(self.ada.on(NEAR[0]).plant, name, value, path, "market.example")
        attempt(lambda: self.ada.get("/login").form().submit(name="ada", password="fir"))
        if then != "at once":
            attempt(self.ada.get, "/")
        if whose != "own":
            attempt(lambda: owner.get("/login").form().submit(name="eve", password="ivy"))
        shown = [attempt(lambda name=name: dict(owner.get("/").form(action=f"/{name}").fields)).value or {} for name in NAMES]
        names = {name for fields in (*shown, *self.own) for name in fields if name not in SWITCH}
        texts = dict.fromkeys(text for _, value in sets for text in cookies.told(value))
        return [{name: value for name, value in fields.items() if name not in SWITCH} for fields in shown] + [dict.fromkeys(names, text) for text in itertools.islice(texts, 6)]


def test_a_session_that_was_there_before_ada_logs_in_is_nobody_elses():
    # Of this path alone: behind it she has a session of her own, and is not the owner of the other one.
    for whose, path, then in (("stranger", "/login", "looks"), ("own", "/login", "at once")):
        market = Prepared()
        for fields in market.prepare(whose, path, then):
            for telling in (TELLING[1], TELLING[0]):
                market.send((NEAR[0], "/", telling, "POST", "light"), fields)
                found = market.look()
                exploit_if(found, f"Ada has logged in with the cookies of {whose} that a page nearby had set for {path}, and its owner knows what stands in her form: {found}")
