import itertools
from urllib.parse import urlencode

from harness import attempt, inconclusive, solution
from probes import browser, search
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
        self.ada = browser.Browser(solution.create_app({"ada": "fir", "eve": "ivy"}, 3), origin=OWN, follow=False)
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

    def send(self, one):
        """As a browser sends it from this page, which makes it tell of itself what it wants to."""
        origin, path, telling, method, target = one
        page = self.ada.on(origin)
        told, referer, fetch = telling
        headers = {"Origin": {"page": origin, "null": "null"}.get(told), "Referer": origin + path if referer else None}
        if fetch:
            headers |= {"Sec-Fetch-Site": "same-site" if origin.startswith("https:") and origin.partition(":8")[0].endswith(".market.example") else "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
        headers = {name: value for name, value in headers.items() if value}
        url, fields = f"{OWN}/{target}", SWITCH if target == "light" else {}
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


def begin_with_tokens():
    """Eve is a warden, too: what her own page has more is sent with a form of hers."""
    app = solution.create_app({"ada": "fir", "eve": "ivy"}, 3)
    ada, eve = (browser.Browser(app, origin=OWN, follow=False) for _ in range(2))
    for one, name, password in ((eve, "eve", "ivy"), (ada, "ada", "fir")):
        attempt(lambda one=one, name=name, password=password: one.get("/login").form().submit(name=name, password=password))
    attempt(lambda: ada.get("/").form(action="/light").submit(stall="1", on="yes"))
    known = attempt(lambda: [dict(eve.get("/").form(action=f"/{name}").fields) for name in NAMES]).value or [{}, {}]

    def use(one):
        target, origin, how = one
        own = known[NAMES.index(target)]
        fields = {name: "" if how == "empty" else value for name, value in own.items()} if how else {}
        page = ada.on(origin)
        attempt(page.post, f"/{target}", {**fields, **(SWITCH if target == "light" else {})}, referrer=origin != "https://evil.example")

    return use, lambda: None if ada.get("/state").json == {"1": True, "2": False, "3": False} else f"the lamps are {ada.get('/state').json}"


def test_what_stands_in_eves_form_switches_nothing_for_ada():
    ways = ((target, origin, how) for how in ("own", "empty", "") for target in NAMES for origin in ("https://waffles.market.example", "https://evil.example"))
    attack("switch, page, fields", ways, begin_with_tokens, 12)
