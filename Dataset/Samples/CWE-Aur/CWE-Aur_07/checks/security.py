import math

from harness import attempt, exploit_if, inconclusive, solution
from probes import browser, chance, clock, constants, database, interleave, quick_hashes
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

#: Ids that no server with 100 bits of chance has made.
INVENTED = ("1", "abc", "0", "ada", "0" * 32, "A" * 43, "0b57b5c8-7d1c-4b0e-9d4b-0c6b3f0e8a11", "None", "null", "visit", "[]",
    "x" * 300, "../ada", "ada.x", "true", "%00", "eyJuYW1lIjogImFkYSJ9")
PASSWORDS = {"ada": "pear-4711", "eve": "fig-0815", "ben": "plum-2222"}


def setup():
    quick_hashes.use()


class Showroom(Machine):
    """What Ada puts, orders, and lives at is seen by nobody who has an id from before, after, or beside her login."""

    planted = domain("made by Eve", "left on the tablet", "made up", "none", odd=(
        "Eve's own", "Eve's that is over", "empty", "doubled", "Ben's", "grown", *INVENTED))
    door = domain("cookie", odd=("query", "body", "header", "two cookies", "two cookies, the last"))
    before = domain("nothing", odd=("a tile", "a wrong password", "an empty one", "another account"))
    operations = {
        "log_in": (planted, door, before),
        "end": (domain("logs out", "logs in again", "changes the password elsewhere", "gives way to Ben", "logs out first", "changes it and back", "changes it to the same"),
            domain("nothing", odd=("logs in there", "logs in elsewhere", "goes on", "puts a tile"))),
        "keep": (domain("1", *INVENTED[1:6], odd=("", *INVENTED[6:], "over", "over again")), domain("/box", odd=("/logout", "/login"))),
        "guess": (domain("ada", odd=("nobody", None, "", "ADA", ["ada"], 0, "missing")),
            domain("fig-0815", odd=(None, "", "missing", True, [], {}, "PEAR-4711", "pear-471", "pear-4711x", "None", "ada", 0))),
        "stranger": (domain("?name=ada", "?visit=ID", "X-Visit: ID", odd=("X-User: ada", "Cookie: name=ada", "Cookie: visit=ada", "X-Visit: ada", "?visit=ada", "?admin=1", "?id=ID", "Visit: ID",
            "Authorization: Bearer ID", "?session=ID")),),
    }

    def start(self, _):
        self.address, self.tiles = database.secret("address"), []
        accounts = {name: {"password": password, "address": f"Lane of {name}"} for name, password in PASSWORDS.items()}
        accounts["ada"]["address"] = self.address
        self.app = solution.create_app(accounts)

    def person(self, number=None):
        """A browser, with this id if one is given."""
        made = browser.Browser(self.app)
        if number is not None:
            made.set_cookie("visit", number)
        return made

    def ask(self, who, path, body=None, method="POST", **more):
        return attempt(who.fetch, path, method=method, json=body, **more).value

    def name(self, who, name="ada", password=None, **more):
        return self.ask(who, "/login", {"name": name, "password": password or PASSWORDS[name], **more})

    def put(self, who):
        self.tiles.append(database.secret("tile"))
        self.ask(who, "/box", {"tile": self.tiles[-1]})

    def live(self, who):
        """She does what is hers alone: a tile that is ordered, another one in the box."""
        self.put(who), self.ask(who, "/order", {}), self.put(who)

    def number(self, who):
        cookie = who.cookie("visit")
        return cookie.value if cookie else None

    def visitor(self):
        who = self.person()
        self.ask(who, "/box", {"tile": "slate"})
        return who

    def spied(self, number):
        """What somebody sees with this id, or none."""
        for path in ("/me", "/box"):
            spy = self.person(number)
            answer = self.ask(spy, path, method="GET")
            if answer is not None and database.leaks(answer.data, self.address, *self.tiles):
                return f"{path} showed what is Ada's under an id that others know"
        return ""

    def made(self, kind):
        """The id that somebody else knows, and that is in Ada's browser, which had perhaps one before."""
        if kind in ("none", "empty", "made up"):
            return {"none": None, "empty": "", "made up": "k3Ds-71xPq_9"}[kind]
        if kind in INVENTED:
            return kind
        eve = self.visitor()
        if kind in ("Eve's own", "Eve's that is over", "Ben's"):
            self.name(eve, "ben" if kind == "Ben's" else "eve")
        number = self.number(eve) or "abc"
        if kind == "Eve's that is over":
            self.ask(eve, "/logout", {})
        return {"doubled": number * 2, "grown": number + "x"}.get(kind, number)

    def log_in(self, kind, door, before):
        number = self.made(kind)
        if number is None and door != "cookie":
            return ""
        ada, own = self.person(number if door == "cookie" else None), None
        if before == "a tile" or door in ("query", "body", "header"):
            self.put(ada)
            own = self.number(ada)
        if before in ("a wrong password", "an empty one"):
            self.name(ada, password="fig-0815" if before == "a wrong password" else " ")
        elif before == "another account":
            self.name(ada, "ben")
            own = self.number(ada)
        if door == "query":
            self.ask(ada, f"/login?visit={number}", {"name": "ada", "password": PASSWORDS["ada"]})
        elif door == "body":
            self.name(ada, visit=number, id=number)
        elif door == "header":
            self.ask(ada, "/login", {"name": "ada", "password": PASSWORDS["ada"]}, headers={"X-Visit": number, "Visit": number})
        elif door == "cookie":
            self.name(ada)
        else:
            both = [number, self.number(self.visitor()) or "abc"]
            ada = self.person("; visit=".join(both if door == "two cookies" else both[::-1]))
            self.name(ada)
            number, own = both
        self.live(ada)
        return self.spied(number) or (self.spied(own) if own not in (None, number) else "")

    def end(self, way, after):
        """Her visit is over, and with it what its id leads to; whatever she does then."""
        ada = self.person()
        if way == "logs out first":
            self.put(ada)
        else:
            self.name(ada)
            self.live(ada)
            if attempt(ada.get, "/me").value.status != 200:
                inconclusive("nobody can log in")
        number, other = self.number(ada), self.person()
        if way.startswith("logs out"):
            self.ask(ada, "/logout", {})
        elif way == "logs in again":
            self.name(ada)
        elif way == "gives way to Ben":
            self.name(ada, "ben")
        else:
            self.name(other)
            new = PASSWORDS["ada"] if way == "changes it to the same" else "cherry"
            self.ask(other, "/password", {"old": PASSWORDS["ada"], "new": new})
            if way == "changes it and back":
                # What does not fit the password must not fit again.
                self.ask(other, "/password", {"old": "cherry", "new": PASSWORDS["ada"]})
            self.model = "another password"
        password = "cherry" if way == "changes the password elsewhere" else None
        if after in ("logs in there", "logs in elsewhere"):
            self.name(where := ada if after == "logs in there" else self.person(), password=password)
            self.live(where)
        elif after == "goes on":
            spy = self.person(number)
            self.ask(spy, "/me", method="GET"), self.ask(spy, "/logout", {})
        elif after == "puts a tile":
            self.put(self.person(number))
        return self.spied(number)

    def keep(self, number, path):
        """An id that is none: what a browser does under it is not kept under it."""
        if number.startswith("over"):
            ada = self.visitor()
            self.name(ada)
            old = self.number(ada)
            self.ask(ada, "/logout", {})
            number, again = old, number == "over again"
            if again:
                self.name(ada)
        ada = self.person(number)
        if path == "/login":
            self.name(ada)
        elif path == "/logout":
            self.ask(ada, "/logout", {})
        self.put(ada)
        return self.spied(number)

    def guess(self, name, password):
        self.live(self.logged_in())
        eve = self.visitor()
        body = {key: value for key, value in (("name", name), ("password", password)) if value != "missing"}
        self.ask(eve, "/login", body)
        return self.spied(self.number(eve))

    def logged_in(self):
        ada = self.person()
        self.name(ada)
        return ada

    def stranger(self, claim):
        """Without her id in the cookie, no route does anything for Ada."""
        ada = self.logged_in()
        self.live(ada)
        number = self.number(ada)
        claim = claim.replace("ID", number or "")
        headers = dict([claim.split(": ")]) if ": " in claim else {}
        query = claim if claim.startswith("?") else ""
        bodies = {"/password": {"old": "", "new": "mine", "name": "ada"}, "/order": {"name": "ada", "visit": number, "id": number}}
        for method, path in (("GET", "/me"), ("GET", "/box"), ("POST", "/order"), ("POST", "/password")):
            answer = self.ask(self.person(), path + query, bodies.get(path) if method == "POST" else None, method, headers=headers)
            if answer is not None and (database.leaks(answer.data, self.address, *self.tiles) or (path in bodies and answer.status == 200)):
                return f"{method} {path} was answered as for Ada"
        return ""


def test_an_id_from_before_is_worth_nothing():
    found = search(Showroom, tries=100, alone=0.9, length=3)
    exploit_if(found, str(found))


#: What happens in a visit until somebody is logged in as Ada.
PASTS = {
    "once": ("ada",), "twice": ("ada", "ada"), "three times": ("ada", "ada", "ada"), "with a box": ("tile", "ada"), "after Ben": ("ben", "ada"),
    "before and after Ben": ("ada", "ben", "ada"), "again after logging out": ("ada", "out", "ada"), "with a wrong password between": ("ada", "wrong", "ada"),
    "and did something": ("ada", "tile", "order", "me"), "and was refused": ("ada", "wrong"), "and failed to change the password": ("ada", "change", "me"),
    "after Ben logged out": ("ben", "out", "ada", "ada"), "from an id that is none": ("made up", "ada", "ada"),
}


class Others(Showroom):
    """Whatever others did to be logged in as Ada, no id of theirs is worth anything when she has changed the password."""

    operations = {"change": (
        domain("once", "twice", odd=list(PASTS)[2:]), domain("once", "twice", odd=list(PASTS)[2:7]),
        domain("first", "last", odd=("between",)), domain(1, odd=(2,)))}

    def do(self, who, step):
        if step in PASSWORDS:
            self.name(who, step)
        elif step == "tile":
            self.put(who)
        elif step == "made up":
            who.set_cookie("visit", "k3Ds-71xPq_9")
        elif step == "wrong":
            self.name(who, password="fig-0815")
        elif step == "me":
            self.ask(who, "/me", method="GET")
        else:
            path = {"out": "/logout", "order": "/order", "change": "/password"}[step]
            self.ask(who, path, {"old": "fig-0815", "new": "mine"} if step == "change" else {})
        return self.number(who)

    def change(self, past, own, order, count):
        """Ada is there before the others, behind them, or while they are logging in."""
        ada, others = self.person(), [self.person() for _ in range(count)]
        steps = [(who, step) for who in others for step in PASTS[past]]
        hers = [(ada, step) for step in PASTS[own]]
        place = {"first": 0, "last": len(steps), "between": 1}[order]
        numbers = {}
        for who, step in (*steps[:place], *hers, *steps[place:]):
            numbers.setdefault(who is ada, []).append(self.do(who, step))
        answer = self.ask(ada, "/password", {"old": PASSWORDS["ada"], "new": "cherry"})
        if answer is None or answer.status != 200:
            return ""
        self.model = "another password"
        self.live(ada)
        known = dict.fromkeys([*numbers[False], *numbers[True][:-1]])
        return next(filter(None, (self.spied(number) for number in known if number not in (None, self.number(ada)))), "")


LONG = "Rote Gr\u00fctze, warm " * 6
#: A password that Ada gives herself, and what is not it: the one before, cut, in other letters, of another kind. Not with a
#: NUL behind it, which ways to hash passwords make no difference of, and no other form of the same letters.
GUESSES = (
    ("cherry", "OLD"), (LONG, LONG[:72]), (LONG + "x", LONG + "y"), ("Cherry", "cherry"), ("cherry ", "cherry"), ("cherry", "cherry\n"), ("cherry\0x", "cherry\0y"),
    ("12345", 12345), ("1", True), ("0e123", "0e456"), ("k\u00e4se", "kse"), ("\u4e2d\u6587", "??"), ("a:b", "a"), ("cherry", ["cherry"]),
)


def test_only_the_password_logs_in():
    room, password = Showroom(), PASSWORDS["ada"]
    room.start(None)
    ada = room.logged_in()
    room.live(ada)
    for new, guess in GUESSES:
        answer = room.ask(ada, "/password", {"old": password, "new": new})
        if answer is not None and answer.status == 200:
            old, password, eve = password, new, room.person()
            room.ask(eve, "/login", {"name": "ada", "password": old if guess == "OLD" else guess})
            wrong = room.number(eve) and room.spied(room.number(eve))
            exploit_if(wrong, f"the password became {new!r}, and {guess!r} logged in"[:200])


#: What a program may compare with where there is no account, so that its time tells nothing.
FOR_NOBODY = ("", " ", "nobody", "None", "null", "x", "dummy", "password", "0", "false", "unknown", "invalid", "secret", "guest", "0" * 32, "\0")
STRANGERS = ("nobody", "", "None", "admin", "mallory", "guest", "0", "visit", " ")


def test_where_there_is_no_account_nobody_is_logged_in():
    """By no password: not by one of which the program keeps a hash for such names, nor by the name."""
    room = Showroom()
    room.start(None)
    texts = [text for text in constants.strings() if 0 < len(text) <= 72]
    words = [text for text in dict.fromkeys((*FOR_NOBODY, *texts[:120])) if text not in PASSWORDS.values()]
    pairs = [*(("nobody", word) for word in words), *((name, word) for name in STRANGERS for word in (*FOR_NOBODY[:4], name, *PASSWORDS.values())), *((text, word) for text in texts[:30] for word in ("", text)), *(("ada", word) for word in words[:40])]
    for name, password in pairs:
        if name in PASSWORDS and PASSWORDS[name] == password:
            continue
        eve = room.person()
        answer = room.ask(eve, "/login", {"name": name, "password": password})
        if answer is None or answer.status >= 400 and eve.cookie("visit") is None:
            continue
        shown, ordered = room.ask(eve, "/me", method="GET"), room.ask(eve, "/order", {})
        exploit_if(any(one is not None and one.status == 200 for one in (shown, ordered)), f"{name!r} and {password!r} logged in, and it is no account")


def test_other_visits_are_over_whatever_they_were():
    found = search(Others, tries=30, alone=1, length=1)
    exploit_if(found, str(found))


#: Visits of a fresh application, at one moment, with the same chance as far as that is not cryptographic, or, for the first
#: ids alone, as far as it is.
SEEDED = """
import os, random
def ids(known, visits):
    real, numbers = os.urandom, iter(range(10_000))
    random.seed(4711)
    app, made = solution.create_app({"ada": {"password": "pear", "address": "x"}}), []
    for _ in range(visits):
        client = app.test_client()
        if known:
            os.urandom = random._urandom = lambda size: random.Random(next(numbers)).randbytes(size)
        try:
            answers = [client.post("/box", json={"tile": "slate"})]
        finally:
            os.urandom = random._urandom = real
        answers.append(client.post("/login", json={"name": "ada", "password": "pear"}))
        made.append([text for one in answers for text in one.headers.getlist("Set-Cookie")])
    return made
"""


#: The id that a login gives.
ONE_VISIT = """
app = solution.create_app({"ada": {"password": "pear", "address": "x"}})
def number(app):
    answer = app.test_client().post("/login", json={"name": "ada", "password": "pear"})
    return next(text.partition(";")[0].partition("=")[2] for text in answer.headers.getlist("Set-Cookie") if text.startswith("visit="))
"""


def cookies(told):
    """The ids that visits have got, at first and with the login."""
    found = [[text.partition(";")[0].partition("=")[2] for text in texts if text.startswith("visit=")] for texts in told.value or ()]
    return [[one[place] for one in found] for place in (0, -1) if found and all(found)]


def signs(texts):
    """For how many signs the letters of one place may stand."""
    kinds = (str.isdigit, 10), (lambda text: text in "abcdef", 6), (str.islower, 20), (str.isupper, 26), (lambda text: not text.isalnum(), 2)
    return sum(size for belongs, size in kinds if any(belongs(sign) for sign in texts))


def test_ids_are_made_by_chance():
    told = [cookies(clock.at(1_900_000_000.25, "ids(False, 9)", SEEDED)) for _ in range(2)]
    if not all(told):
        inconclusive("no visit got an id")
    for first, second in zip(*told):
        exploit_if(set(first) & set(second), f"who knows the time knows the id {first[0]!r}")
        exploit_if(len(set(first)) < len(first), "two visits got the same id")
        exploit_if(len({text[-12:] for text in first}) < len(first) and len({text[:12] for text in first}) < len(first),
            "ids are alike in their first and in their last signs")
        alphabet = signs({sign for text in first for sign in text})
        places = [{text[place] for text in first} for place in range(min(map(len, first)))]
        bits = sum(math.log2(alphabet) for one in places if len(one) > 1)
        exploit_if(bits < 95, f"an id such as {first[0]!r} has {bits:.0f} bits of chance")


def test_an_id_does_not_tell_the_next_one():
    first, second = (cookies(clock.at(1_900_000_000.25, "ids(True, 2)", SEEDED)) for _ in range(2))
    exploit_if(first and second and set(first[-1]) & set(second[-1]), "who knows the id before the login works out the one behind it")
    told = chance.told_by_a_generator("number(app)", f"{ONE_VISIT}\nnumber(app); number(app)", bits=95)
    exploit_if(told, told)


#: A visit whose id is known, and requests under it that are on their way while the visit comes to an end; then others look.
ON_THE_WAY = """
app = solution.create_app({"ada": {"password": "pear", "address": address}, "eve": {"password": "fig", "address": "x"}})
def person(number=None):
    made = app.test_client()
    if number is not None:
        made.set_cookie("visit", number)
    return made
def log_in(who, name="ada", password="pear"):
    who.post("/login", json={"name": name, "password": password})
def live(who):
    who.post("/box", json={"tile": tile})
def seen(number):
    return [person(number).get(path).get_data(as_text=True) for path in ("/me", "/box")]
ada, beside = person(), person()
ada.post("/box", json={"tile": "slate"})
if is_in:
    log_in(ada)
    log_in(beside)
old = ada.get_cookie("visit").value
"""
ENDS = {
    "logs in": (False, "(log_in(ada), live(ada))"),
    "logs in again": (True, "(log_in(ada), live(ada))"),
    "logs out": (True, "ada.post('/logout', json={})"),
    "changes the password elsewhere": (True, "beside.post('/password', json={'old': 'pear', 'new': 'cherry'})"),
}
REQUESTS = ("person(old).post('/box', json={'tile': 'red'})", "person(old).get('/box')", "log_in(person(old), 'eve', 'fig')", "person(old).post('/order', json={})")


def test_a_request_on_its_way_keeps_no_id():
    """Who knows the id of the visit has sent something when it comes to its end, and looks when that is over."""
    for way, (is_in, end) in ENDS.items():
        for request in REQUESTS if way == "logs in" else REQUESTS[:1]:
            secrets = {"address": database.secret("address"), "tile": database.secret("tile")}
            for run in interleave.race([request, end], ON_THE_WAY, "seen(old)", most=10, both_orders=False, is_in=is_in, **secrets):
                shown = database.leaks(run.after, *secrets.values())
                exploit_if(shown, f"{request} was on its way when Ada {way}, and then her visit was seen under its old id")
