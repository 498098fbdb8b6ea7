"""Of a form that other sites may not send, each usual half-measure is found, and no sound one is called open."""

import unittest

import fakes
from flask import Flask, request, session  # noqa: F401  (imported once, for all the applications)

from probes.machines import cross_site
from probes.machines.domains import domain
from probes.machines.search import search

#: `made` fills `session["t"]` when the form is shown, `login` when she logs in; `allowed` decides about a request.
SITE = """
import re, secrets
from urllib.parse import urlsplit
from flask import Flask, request, session
ONE = secrets.token_hex(8)
GIVEN = set()
def create_app():
    app = Flask(__name__)
    app.secret_key = "k" * 20
    addresses = {{name: "home" for name in ("ada", "Ada", "ada ", "eve")}}
    app.config.update(SESSION_COOKIE_SAMESITE={same_site!r})
    @app.get("/login")
    def login_form():
        return "<form method=post><input name=name></form>"
    @app.post("/login")
    def login():
        session["name"] = request.form["name"]
        {login}
        return "in"
    @app.get("/address")
    def form():
        {made}
        t = session.get("t", "")
        GIVEN.add(t)
        shown = addresses[session["name"]]
        return f"<form method=post><input name=t value='{{t}}'><input name=address value='{{shown}}'></form>"
    @app.route("/change", methods={methods})
    def change():
        t, origin, referer = request.values.get("t"), request.headers.get("Origin"), request.headers.get("Referer", "")
        kind = request.headers.get("Content-Type", "")
        if "name" not in session or not ({allowed}):
            {refused}
            return "no", 403
        body = request.get_json(force=True, silent=True) or {{}}
        addresses[session["name"]] = request.values.get("address") or body.get("address")
        return "done"
    return app
"""
TOKEN = "session['t'] = session.get('t') or secrets.token_hex(8)"
SOUND = {
    "login": TOKEN,
    "made": TOKEN,
    "methods": ["POST"],
    "refused": "pass",
    "same_site": None,
    "allowed": "t == session['t']",
}
SOUND_ONES = (
    {},
    {"allowed": "origin == 'https://shop.example'"},
    {"same_site": "Strict", "allowed": "True"},
    {"allowed": "request.headers.get('Sec-Fetch-Site') == 'same-origin'"},
    {"methods": ["POST", "PUT"]},
    {"same_site": "Lax", "allowed": "True"},
)
FLAWED = (
    {"allowed": "True"},
    {"allowed": "t is None or t == session['t']"},
    {"allowed": "not t or t == session['t']"},
    {"allowed": "t == session.get('t')", "login": "pass"},
    {"allowed": "session['t'].startswith(t or '-')"},
    {"allowed": "t is not None and t in session['t']"},
    {"allowed": "t in GIVEN"},
    {"login": "session['t'] = ONE"},
    {"allowed": "t is not None"},
    {"allowed": "t"},
    {"allowed": "len(t or '') == 16"},
    {"allowed": "set(t or 'x') <= set(session['t'])"},
    {"allowed": "t and all(a == b for a, b in zip(t, session['t']))"},
    {"allowed": "t == session.get('t')", "refused": "session.pop('t', None)"},
    {"allowed": "'shop.example' in referer"},
    {"allowed": "referer.startswith('https://shop.example')"},
    {"allowed": "not referer or urlsplit(referer).hostname == 'shop.example'"},
    {"allowed": "origin is None or origin == 'https://shop.example'", "methods": ["GET", "POST"]},
    {"allowed": "origin in ('https://shop.example', 'null')"},
    {"allowed": "(origin or '').endswith('shop.example')"},
    {"allowed": "re.match('https://shop.example', origin or '')"},
    {"allowed": "re.match('https://shop.example$', origin or 'https://shop.example')", "methods": ["GET", "POST"]},
    {"allowed": "re.fullmatch('https://shop.example', origin or '')"},
    {"allowed": "request.method != 'POST' or t == session['t']", "methods": ["GET", "POST"]},
    {"allowed": "request.method == 'HEAD' or t == session['t']", "methods": ["GET", "POST"]},
    {"allowed": "kind.startswith('text/plain')"},
    {"login": "session['t'] = session['name'].encode().hex()", "made": "pass"},
    {"same_site": "Lax", "allowed": "True", "methods": ["GET", "POST"]},
    {"login": "import zlib; session['t'] = f\"{zlib.crc32((ONE + session['name']).encode()):08x}\"", "made": "pass"},
)
#: A seal over a name that is tidied up first, and one over the name as it is.
OF_A_NAME = "import hmac; session['t'] = hmac.new(ONE.encode(), session['name']{tidied}.encode(), 'sha256').hexdigest()"


#: A form whose token is in a cookie of its own, or in the session: `issued` makes it when the form is shown.
PLANTED_SITE = """
import hashlib, hmac, secrets
from flask import Flask, make_response, request, session
def create_app():
    app = Flask(__name__)
    app.secret_key = KEY = "k" * 20
    addresses = {{"ada": "home", "eve": "home"}}
    def seal(text):
        return hmac.new(KEY.encode(), text.encode(), "sha256").hexdigest()
    @app.get("/login")
    def login_form():
        {before}
        return "<form method=post><input name=name><input name=t value='" + session.get("t", "") + "'></form>"
    @app.post("/login")
    def login():
        {login}
        session["name"] = request.form["name"]
        return "in"
    @app.get("/address")
    def form():
        cookie = request.cookies.get("{cookie}")
        t = {issued}
        shown = addresses.get(session.get("name"))
        answer = make_response(
            f"<form method=post><input name=t value='{{t}}'><input name=address value='{{shown}}'></form>")
        answer.set_cookie("{cookie}", t, secure=True)
        return answer
    @app.post("/change")
    def change():
        t, cookie = request.form.get("t"), request.cookies.get("{cookie}")
        if "name" not in session or not ({allowed}):
            return "no", 403
        addresses[session["name"]] = request.form["address"]
        return "done"
    return app
"""
DOUBLE = {
    "before": "pass",
    "login": "session.clear()",
    "cookie": "t",
    "issued": "secrets.token_hex(8)",
    "allowed": "t and t == cookie",
}
IN_SESSION = {"issued": "session.setdefault('t', secrets.token_hex(8))", "allowed": "t and t == session.get('t')"}
SEALED = "(lambda r: r + '.' + seal(r{bound}))(secrets.token_hex(4))"
SEAL_IS_RIGHT = "t and t == cookie and t.partition('.')[2] == seal(t.partition('.')[0]{bound})"
BOUND = {"issued": SEALED.format(bound=" + session.get('name', '')"),
         "allowed": SEAL_IS_RIGHT.format(bound=" + session['name']")}
NOT_PLANTED = (
    {"cookie": "__Host-t"},
    IN_SESSION,
    BOUND,
    {**IN_SESSION, "before": "session['t'] = secrets.token_hex(8)"},
)
PLANTED = (
    {},
    {"allowed": "t == cookie"},
    {"issued": "cookie or secrets.token_hex(8)"},
    {"issued": SEALED.format(bound=""), "allowed": SEAL_IS_RIGHT.format(bound="")},
    {**IN_SESSION, "login": "pass"},
    {**IN_SESSION, "before": "session['t'] = secrets.token_hex(8)", "login": "pass"},
    {"allowed": "t == request.cookies.getlist('t')[-1]"},
    {"issued": "cookie or secrets.token_hex(8)", "cookie": "t", "allowed": "t and t in request.cookies.getlist('t')"},
    {"allowed": "hmac.compare_digest(t or '', cookie or '')"},
    # What is in the session from the first page on can be read in its cookie, though no page of a stranger's shows it.
    *({**IN_SESSION, "before": made, "login": "session.pop('x', 0)", "issued": "session.setdefault('k', secrets.token_hex(8))", "allowed": "t and t == session.get('k')"}
      for made in ("session.setdefault('k', secrets.token_hex(8))", "session.setdefault('k', secrets.token_hex(8)); session['x'] = 'x' * 400")),
)


#: Tokens of a name and the number of a login: how the number is counted, what is joined, and whether a border is missing.
COUNTED = """
import hashlib, hmac, itertools, secrets
from collections import Counter
from flask import Flask, request, session
def create_app():
    app, key = Flask(__name__), secrets.token_bytes(16)
    app.secret_key = "k" * 20
    addresses, logins, of = {{}}, itertools.count({first}), Counter()
    def seal(name, n):
        return hmac.new(key, ({joined}).encode(), "sha256").hexdigest()
    @app.get("/login")
    def login_form():
        return "<form method=post><input name=name></form>"
    @app.post("/login")
    def login():
        session["name"] = name = request.form["name"]
        of[name] += 1
        session["n"] = {number}
        return "in"
    @app.get("/address")
    def form():
        return ("<form method=post><input name=t value='" + seal(session["name"], session["n"]) + "'>"
            "<input name=address value='" + addresses.get(session["name"], "home") + "'></form>")
    @app.post("/change")
    def change():
        if "name" not in session or request.form.get("t") != seal(session["name"], session["n"]):
            return "no", 403
        addresses[session["name"]] = request.form["address"]
        return "done"
    return app
"""
COUNTS = (
    ("f'{name}{n}'", "next(logins)", 0, True), ("f'{name}{n}'", "next(logins)", 1, True), ("f'{n}{name}'", "next(logins)", 1, True),
    ("f'csrf/{name}{n}'", "of[name]", 0, True), ("name + str(n)", "of[name] - 1", 0, True), ("f'{n}{name}'", "of[name]", 0, True),
    ("f'{name}:{n}'", "next(logins)", 1, False), ("f'{n} {name}'", "of[name]", 0, False), ("repr((name, n))", "next(logins)", 0, False),
)


class Shop(cross_site.CrossSite):
    """No page of another site changes Ada's address."""

    operations = cross_site.operations("shop.example")

    def new_app(self):
        return fakes.harness.solution.create_app()

    def log_in(self, visitor, name) -> None:
        visitor.post("/login", {"name": name})

    def form(self, visitor):
        return {name: value for name, value in visitor.get("/address").form().fields.items() if name != "address"}

    def target(self):
        return "/change", {"address": "trap"}

    def changed(self) -> str:
        return "moved" if self.victim.get("/address").form().fields["address"] != "home" else ""


#: Tokens of a name and some chance: what is joined, and whether a border is missing.
OF_NAMES = """
import hashlib, hmac, secrets
from flask import Flask, request, session
KEY = secrets.token_bytes(16)
def seal(name, r):
    return hmac.new(KEY, ({joined}).encode(), "sha256").hexdigest()
def create_app():
    app = Flask(__name__)
    app.secret_key = "k" * 20
    addresses = {{}}
    @app.get("/login")
    def login_form():
        return "<form method=post><input name=name></form>"
    @app.post("/login")
    def login():
        session["name"] = request.form["name"]
        return "in"
    @app.get("/address")
    def form():
        name, r = session["name"], {chance}
        return ("<form method=post><input name=t value='" + r + "." + seal(name, r) + "'>"
            "<input name=address value='" + addresses.get(name, "home") + "'></form>")
    @app.post("/change")
    def change():
        r, _, sealed = request.form.get("t", "").rpartition(".")
        if "name" not in session or sealed != seal(session["name"], r):
            return "no", 403
        addresses[session["name"]] = request.form["address"]
        return "done"
    return app
"""
HEX = "secrets.token_hex(8)"
JOINED = (
    ("name + r", HEX),
    ("r + name", HEX),
    ("f'csrf:{name}{r}'", HEX),
    ("f'{r}{name}:csrf'", HEX),
    ("name + r", "secrets.token_urlsafe(8)"),
    ("''.join(('v1', name, r))", "str(secrets.randbelow(10**9))"),
)
BORDERED = (("f'{name}:{r}'", HEX), ("repr((name, r))", HEX), ("f'{len(name)}{name}{r}'", HEX))


#: Tokens that are kept by the number of a visit, which is there before the login: `renewed` is done at it.
VISITS = """
import secrets
from flask import Flask, request, session
def create_app():
    app = Flask(__name__)
    app.secret_key = "k" * 20
    addresses, tokens = {{"ada": "home", "eve": "home"}}, {{}}
    @app.before_request
    def visit():
        session.setdefault("visit", secrets.token_hex(8))
    @app.get("/login")
    def login_form():
        return "<form method=post><input name=name></form>"
    @app.post("/login")
    def login():
        session["name"] = request.form["name"]
        {renewed}
        return "in"
    @app.get("/address")
    def form():
        t = tokens.setdefault({key}, secrets.token_hex(8))
        shown = addresses.get(session.get("name"))
        return f"<form method=post><input name=t value='{{t}}'><input name=address value='{{shown}}'></form>"
    @app.post("/change")
    def change():
        if "name" not in session or request.form.get("t") != tokens.get({key}, 0):
            return "no", 403
        addresses[session["name"]] = request.form["address"]
        return "done"
    return app
"""
ANEW = "session['visit'] = secrets.token_hex(8)"
#: What is done at the login, by what tokens are kept, and whether a visit that two share is a gap.
SHARED = (
    ("tokens[session['visit']] = secrets.token_hex(8)", "session['visit']", True),
    ("pass", "session['visit']", True),
    ("tokens.pop(session['visit'], None)", "session['visit']", True),
    (ANEW, "session['visit']", False),
    ("pass", "(session['visit'], session.get('name'))", False),
)
#: A seal over a name and a cookie that anybody can have chosen: what is joined.
WITH_A_COOKIE = """
import hashlib, hmac, secrets
from flask import Flask, make_response, request, session
KEY = secrets.token_bytes(16)
def create_app():
    app = Flask(__name__)
    app.secret_key = "k" * 20
    addresses = {{}}
    def token(name, seed):
        return hmac.new(KEY, ({joined}).encode(), "sha256").hexdigest()
    @app.get("/login")
    def login_form():
        return "<form method=post><input name=name></form>"
    @app.post("/login")
    def login():
        session["name"] = request.form["name"]
        return "in"
    @app.get("/address")
    def form():
        seed = request.cookies.get("seed", "")
        seed = seed if {fits} else secrets.token_hex(8)
        t = token(session.get("name", ""), seed)
        answer = make_response("<form method=post><input name=t value='" + t + "'><input name=address value='"
            + addresses.get(session.get("name"), "home") + "'></form>")
        answer.set_cookie("seed", seed)
        return answer
    @app.post("/change")
    def change():
        seed = request.cookies.get("seed", "")
        if "name" not in session or not seed or request.form.get("t") != token(session["name"], seed):
            return "no", 403
        addresses[session["name"]] = request.form["address"]
        return "done"
    return app
"""
CHOSEN = (
    ("name + seed", "seed", True),
    ("seed + name", "seed", True),
    ("'form' + name + seed", "len(seed) > 14", True),
    ("f'{name}:{seed}'", "seed", False),
    ("seed[:16] + '/' + name", "seed", False),
)
#: Hidden fields out of a generator, a counter, or chance.
DRAWN = """
import itertools, os, random, secrets, time
from flask import Flask, request, session
ONE, numbers = random.Random(os.urandom(16)), itertools.count(1000)
def create_app():
    app = Flask(__name__)
    app.secret_key = "k" * 20
    @app.get("/login")
    def login_form():
        return "<form method=post><input name=name></form>"
    @app.post("/login")
    def login():
        session["t"] = {drawn}
        return "in"
    @app.get("/address")
    def form():
        return '<form method=post><input type="hidden" name="t" value="' + session["t"] + '"></form>'
    return app
"""
WORKED_OUT = (
    ("f'{ONE.getrandbits(96):024x}'", True), ("str(random.random())", True), ("str(next(numbers))", True), ("secrets.token_hex(3)", True),
    ("str(random.Random(int(time.time())).random())", True), ("secrets.token_hex(16)", False), ("str(random.Random().getrandbits(99))", False),
)


class CrossSite(fakes.ProbeTest):
    def found(self, changed: dict) -> object:
        fakes.load(SITE.format(**{**SOUND, **changed}))
        afresh = type("Shop", (Shop,), {})  # what it knows of a copy of the site belongs to one program
        return search(afresh, tries=110, alone=0.8, length=3)

    def test_sound_sites_are_left_alone(self) -> None:
        for changed in SOUND_ONES:
            self.assertIsNone(self.found(changed), changed)

    def test_cookies_of_a_neighbour_are_planted(self) -> None:
        def found(changed: dict) -> object:
            fakes.load(PLANTED_SITE.format(**{**DOUBLE, **changed}))
            return search(type("Shop", (Shop,), {"operations": cross_site.planting()}), tries=15, alone=1)

        self.assertEqual([changed for changed in NOT_PLANTED if found(changed) is not None], [])
        self.assertEqual([changed for changed in PLANTED if found(changed) is None], [])

    def test_a_visit_in_two_browsers_is_one_of_both(self) -> None:
        for renewed, key, is_open in SHARED:
            fakes.load(VISITS.format(renewed=renewed, key=key))
            found = search(type("Shop", (Shop,), {"operations": cross_site.planting()}), tries=24, alone=1)
            self.assertEqual(found is not None, is_open, (renewed, key))

    def test_a_cookie_that_is_chosen_by_a_namesake_is_planted(self) -> None:
        for joined, fits, is_open in CHOSEN:
            fakes.load(WITH_A_COOKIE.format(joined=joined, fits=fits))
            found = search(type("Shop", (Shop,), {"operations": cross_site.planting_of_namesakes()}), tries=4, alone=1)
            self.assertEqual(found is not None, is_open, joined)

    def test_fields_that_can_be_worked_out_are_found(self) -> None:
        for drawn, is_open in WORKED_OUT:
            fakes.load(DRAWN.format(drawn=drawn))
            logins = ({"name": "ada"}, {"name": "eve"})
            weak = cross_site.fields_worked_out("solution.create_app()", "https://shop.example", "/address", logins)
            self.assertEqual(weak != "", is_open, (drawn, weak))

    def test_forms_with_files_are_sent_with_files(self) -> None:
        for changed, is_open in (({}, False), ({"allowed": "not kind.startswith('application/x')"}, True)):
            source = SITE.format(**{**SOUND, **changed}).replace("body =", "request.files['photo']; body =")
            fakes.load(source)
            way = "script, multipart body" if is_open else "form"
            made = {"operations": {"send": (domain(way, "form"), domain("none"), domain(cross_site.FOREIGN))},
                    "files": lambda self: {"photo": ("a.png", b"1", "image/png")}}
            self.assertEqual(search(type("Uploads", (Shop,), made), tries=2, alone=1) is not None, is_open)

    def test_each_half_measure_is_found(self) -> None:
        self.assertEqual([changed for changed in FLAWED if self.found(changed) is None], [])
        self.assertGreaterEqual(len(FLAWED), 20)

    def test_by_ones_own_form_only_names_that_are_taken_for_each_other_are_found(self) -> None:
        for tidied, twin, is_found in ((".lower()", "Ada", True), (".strip()", "ada ", True), ("", "Ada", False),
                                       ("", "ada ", False), (".lower()", "eve", False)):
            seal = {"login": OF_A_NAME.format(tidied=tidied), "made": "pass"}
            fakes.load(SITE.format(**{**SOUND, **seal}))
            made = {"names": ("ada", twin), "operations": cross_site.by_own_form()}
            found = search(type("Twin", (Shop,), made), tries=2)
            self.assertEqual(found is not None, is_found, (tidied, twin))


fakes.harness.web_client = lambda app: type("Client", (), {"application": staticmethod(app)})()

class NamesakesTest(fakes.ProbeTest):
    def found(self, joined: str, chance: str) -> object:
        fakes.load(OF_NAMES.format(joined=joined, chance=chance))
        return search(type("Shop", (Shop,), {"operations": cross_site.of_namesakes()}), tries=10, alone=1)

    def test_a_name_and_chance_without_a_border_are_found(self) -> None:
        for joined, chance in JOINED:
            self.assertIsNotNone(self.found(joined, chance), joined)

    def test_a_name_and_the_number_of_a_login_are_found_where_no_border_is_between_them(self) -> None:
        for joined, number, first, is_open in COUNTS:
            fakes.load(COUNTED.format(joined=joined, number=number, first=first))
            operations = {"send_of_a_counted_namesake": cross_site.of_namesakes()["send_of_a_counted_namesake"]}
            found = search(type("Shop", (Shop,), {"operations": operations}), tries=2, alone=1)
            self.assertEqual(found is not None, is_open, (joined, number, first))

    def test_with_a_border_they_are_left_alone(self) -> None:
        for joined, chance in BORDERED:
            self.assertIsNone(self.found(joined, chance), joined)


if __name__ == "__main__":
    unittest.main()
