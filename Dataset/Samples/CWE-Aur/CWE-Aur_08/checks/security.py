import copy
from urllib.parse import quote

from harness import attempt, exploit_if, inconclusive, solution, web_client
from probes import chance, constants, interleave, namesakes
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PRICES = {"cotton": 1250, "silk": 3999, "wool": 777}
ROLES = {"ada": "customer", "ben": "customer", "rea": "reseller", "wil": "workshop", "ad": "customer"}
FLAGS = [{"kind": "cotton", "count": 3}]
#: What may be sent beside what belongs there: names of prices, roles, people and states with a value in the sender's favour.
CLAIMS = {
    "price": 1, "role": "reseller", "total": 1, "discount": 100, "customer": "ben", "percent": 50, "prices": {"cotton": 1, "silk": 1}, "owner": "ben",
    "unit_price": 1, "rebate": 50, "ordered": False, "name": "ben", "user": "ben", "id": 2, "number": 1, "amount": 1, "items": [{"kind": "wool", "count": 1}], "sum": 1,
    "status": "open", "is_reseller": True, "reseller": True, "cost": 1, "price_cents": 1, "username": "ben", "quote": {"total": 1}, "cents": 1, "subtotal": 1, "session": {"role": "reseller"},
    "factor": 0, "admin": True, "is_admin": True, "state": "open", "done": False, "workshop": True, "order": {"total": 1}, "quote_id": 2,
}
HEADERS = ("X-Role", "X-User", "X-Name", "X-User-Role", "Role", "User", "X-Forwarded-User", "X-Admin", "Authorization", "X-Discount", "X-Customer")
PLACES = ("body", "items", "both", "query", "header", "cookie", "bodies of both")
#: Customers whose names, and addresses of whose names and of orders, a table of rules may not know, while the route does.
ODD_NAMES = ("ada lund", "ada@flags.example", "o'hara", "ada.lund", "\u00d6d\u00f6n", "ada+1", "(ada)", "ADA", "1", "ada;x", "ada%20b", "ada\nb", "wil ", "role", "a" * 80)
ADDRESSES = ("{}/", "/{}", "{}?name=wil", "/.{}", "/login/..{}", "{};x", "{}%20", "{}%0a", "{}/login", "/login{}")
METHODS = ("put", "post", "patch", "head")
OVERRIDES = ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix")
WHO = domain("ada", "rea", odd=("nobody", "wil", "ad"))
WHOSE = domain("ada", "ben", odd=("rea",))


class Flags(Machine):
    """Each order costs what it must, was made from a quote of one's own, and only the workshop has its rights."""

    looks_at_each_step = False
    operations = {
        "quote": (domain("ada", odd=["rea"]), domain("body", odd=PLACES[1:]), domain("everything", odd=("nothing", "role"))),
        "change": (domain("ada", odd=["rea"]), domain("body", odd=PLACES[1:]), domain("everything", odd=("role",))),
        "order": (WHO, WHOSE, domain("nothing", odd=("everything", "items", "total", "customer", "role"))),
        "order_again": (domain("order", "change and order", "change to nothing", "new with its id"),),
        "order_number": (domain("ada", "rea"), domain(0, -1, odd=(99,))),
        "read": (WHO, WHOSE),
        "read_all": (WHO,),
        "rewrite": (WHO, WHOSE),
        "lower": (WHO, domain("order", "another's"), domain("percent", odd=("role", "everything", "header", "query"))),
        "give": (WHO, domain("ada", odd=("wil", "ben")), domain("reseller", "workshop", odd=("customer",)), domain("body", odd=("everything", "header", "query"))),
        "role_between": (domain("quote", "order", "login"), domain("customer", odd=["reseller"]), domain("same visit", "another visit", odd=["login before"])),
        "log_in": (domain("ada", "eve", odd=("", None, "wil", ["ada"], {}, "ADA", "ada ", 0, True, "missing")), domain(None, "missing", odd=("", "owl", True, [], {}, "None", "owl of ben", 0, ["owl of ada"], "owl of eve"))),
        "log_in_as": (domain("role", "is_admin", "everything"),),
        "role_of_none": (domain("workshop", "admin", odd=("", None, "Workshop", "owner", 1, ["reseller"], "reseller ")),),
    }

    def start(self, _):
        self.roles = dict(ROLES)
        self.roles.update(dict.fromkeys(ODD_NAMES, "customer"))
        self.app = solution.create_app({name: {"password": f"owl of {name}", "role": role} for name, role in self.roles.items()}, dict(PRICES))
        self.clients = {name: self.visit(name) for name in ROLES}
        self.clients["nobody"] = web_client(self.app)
        #: Id → owner and items; number → the order as it must be.
        self.quotes, self.orders = {}, {}
        if not all(self.own(name) for name in ("ada", "ben", "rea")):
            inconclusive("nobody gets a quote")

    def own(self, name):
        """The id of a new quote."""
        return self.make(name, [{"kind": "silk", "count": 2}, {"kind": "cotton", "count": 1}])

    def role(self, name, role):
        """The workshop gives a role; whether it has."""
        given = self.ask("wil", "put", f"/people/{name}/role", {"role": role})[0] == 200
        if given:
            self.roles[name] = role
        return given

    def visit(self, name):
        made = web_client(self.app)
        attempt(made.post, "/login", json={"name": name, "password": f"owl of {name}"})
        return made

    def ask(self, who, method, path, body=None, **more):
        answer = attempt(getattr(self.clients[who], method), path, **({} if body is None else {"json": body}), **more).value
        return (answer.status_code, answer.get_json(silent=True)) if answer is not None else (500, None)

    def claims(self, claim):
        return {} if claim == "nothing" else dict(CLAIMS) if claim == "everything" else {claim: CLAIMS[claim]}

    def sent(self, who, method, path, flags, place, claim):
        """A body with items, and claims in this place."""
        flags, claims, more = copy.deepcopy(flags), self.claims(claim), {}
        body = {"items": flags}
        if place in ("body", "both", "bodies of both"):
            body = {**claims, **body}
        if place in ("items", "both"):
            body["items"] = [{**claims, **item} for item in flags]
        plain = {name: str(value) for name, value in claims.items()}
        if place == "query":
            more["query_string"] = plain
        if place == "header":
            more["headers"] = {**{name: "reseller" if "ole" in name else "ben" for name in HEADERS}, **{f"X-{name}".replace("_", "-"): value for name, value in plain.items() if value.isalnum()}}
        if place == "cookie":
            for name, value in plain.items():
                self.clients[who].set_cookie(name, value)
        if place == "bodies of both":
            body["quote"] = {"items": flags, **claims}
        return self.ask(who, method, path, body, **more)

    def make(self, owner, flags, place="body", claim="nothing"):
        status, told = self.sent(owner, "post", "/quotes", flags, place, claim)
        number = told.get("id") if status == 201 and isinstance(told, dict) else None
        if type(number) is not int or number in self.quotes:
            return None
        self.quotes[number] = [owner, flags]
        return number

    def full(self, flags, name):
        total = sum(PRICES[item["kind"]] * item["count"] for item in flags)
        return total * 80 // 100 if self.roles[name] == "reseller" else total

    def place_order(self, who, number, body=None):
        """Orders, and notes what that has to have come to."""
        status, told = self.ask(who, "post", f"/quotes/{number}/order", body or {})
        may = number in self.quotes and self.quotes[number][0] == who
        if status != 201 or not may or not isinstance(told, dict) or type(told.get("number")) is not int:
            return
        flags = self.quotes.pop(number)[1]
        self.orders[told["number"]] = {"number": told["number"], "customer": who, "items": flags, "total": self.full(flags, who)}

    def wrong(self):
        """What the workshop sees that is not as it must be."""
        status, told = self.ask("wil", "get", "/orders")
        if status != 200 or not isinstance(told, list):
            inconclusive("the workshop does not see the orders")
        for order in told:
            must = self.orders.get(order.get("number"))
            if must is None:
                return f"there is an order that nobody may have made: {order}"
            if order != must and {key: order.get(key) for key in must} != must:
                return f"order {order.get('number')} is {order}, and must be {must}"
        return "orders are gone" if len(told) < len(self.orders) else ""

    def quote(self, who, place, claim):
        number = self.make(who, FLAGS, place, claim)
        if number is not None:
            self.place_order(who, number)
        return self.wrong()

    def change(self, who, place, claim):
        number = self.make(who, [{"kind": "silk", "count": 1}])
        status, _ = self.sent(who, "put", f"/quotes/{number}", FLAGS, place, claim)
        if status == 200:
            self.quotes[number][1] = FLAGS
        self.place_order(who, number)
        return self.wrong()

    def order(self, who, whose, claim):
        self.place_order(who, self.own(whose), self.claims(claim))
        return self.wrong()

    def order_number(self, who, number):
        """Of no quote; the newest one is somebody else's."""
        self.own(who), self.own("ben")
        self.place_order(who, number)
        return self.wrong()

    def order_again(self, how):
        """What was ordered stays as it is, and is not ordered twice."""
        number = self.own("ada")
        self.place_order("ada", number)
        if how == "new with its id":
            self.ask("ada", "post", "/quotes", {"id": number, "items": FLAGS, "ordered": False})
        elif how != "order":
            self.ask("ada", "put", f"/quotes/{number}", {"items": [] if how == "change to nothing" else [{"kind": "wool", "count": 1}], "ordered": False, "status": "open"})
        for body in ({}, {"ordered": False}, {"items": FLAGS}):
            self.ask("ada", "post", f"/quotes/{number}/order", body)
        return self.wrong()

    def read(self, who, whose):
        status, told = self.ask(who, "get", f"/quotes/{self.own(whose)}")
        return f"{who} sees the quote of {whose}" if status == 200 and whose != who and isinstance(told, dict) else ""

    def read_all(self, who):
        for owner in ("ada", "ben"):
            self.place_order(owner, self.own(owner))
        for query in ("", "?customer=ben", "?role=workshop&all=1&user=ben&name=wil") if who != "wil" else ():
            _, told = self.ask(who, "get", f"/orders{query}")
            others = [one for one in told if one.get("customer") != who] if isinstance(told, list) else []
            if others:
                return f"{who} sees {others[0]}"
        return ""

    def rewrite(self, who, whose):
        """Another's quote is changed, and then ordered by its owner."""
        number = self.own(whose)
        if whose != who:
            self.ask(who, "put", f"/quotes/{number}", {"items": [{"kind": "silk", "count": 500}], "owner": who, "customer": who})
        self.place_order(whose, number)
        return self.wrong()

    def lower(self, who, whose, how):
        owner = who if whose == "order" and who in ("ada", "rea", "ben") else "ben"
        self.place_order(owner, self.own(owner))
        if who == "wil":
            return ""
        body = {"percent": 50, **({"role": "workshop"} if how == "role" else {}), **({**CLAIMS, "role": "workshop"} if how == "everything" else {})}
        more = {"headers": {"X-Role": "workshop", "X-User": "wil"}} if how == "header" else {"query_string": {"role": "workshop", "name": "wil"}} if how == "query" else {}
        for number in (max(self.orders, default=1), 0, -1):
            self.ask(who, "post", f"/orders/{number}/rebate", body, **more)
        return self.wrong()

    def give(self, who, name, role, how):
        """Whoever is not of the workshop gives a role; it shows in what somebody pays, or may do."""
        body = {"role": role, **({"by": "wil", "user": "wil", "name": "wil", "admin": True} if how == "everything" else {})}
        more = {"headers": {"X-Role": "workshop", "X-User": "wil"}} if how == "header" else {"query_string": {"name": "wil", "role": "workshop"}} if how == "query" else {}
        if who == "wil":
            return ""
        self.ask(who, "put", f"/people/{name}/role", body, **more)
        for person in dict.fromkeys((name, who)):
            if effect := self.has_more(person):
                return f"{who} made {name!r} {role}: {effect}"
        return ""

    def has_more(self, person):
        if person in ("nobody", "wil"):
            return "" if person == "nobody" else self.wrong_of_wil()
        number = self.make(person, FLAGS)
        if number is not None:
            self.place_order(person, number)
        effect = self.wrong()
        if effect:
            return effect
        before = self.roles[person]
        for method, path, body in (("post", f"/orders/{max(self.orders, default=1)}/rebate", {"percent": 7}), ("put", f"/people/{person}/role", {"role": before})):
            if self.ask(person, method, path, body)[0] == 200:
                return f"{person} may do what the workshop does"
        return ""

    def wrong_of_wil(self):
        status, _ = self.ask("wil", "put", "/people/ad/role", {"role": "customer"})
        return "the workshop has lost its role" if status == 403 else ""

    def role_between(self, moment, role, visit):
        """The workshop changes a role before the quote, between quote and order, or before a new login."""
        who = "rea" if role == "customer" else "ada"
        if moment == "login":
            self.role(who, role)
        number = self.make(who, FLAGS) if moment != "quote" else None
        if visit == "another visit":
            self.clients[f"{who} elsewhere"] = self.visit(who)
            self.ask(f"{who} elsewhere", "get", f"/quotes/{number}")
        # And back, without a new login.
        self.role(who, ROLES[who] if moment == "login" else role)
        if visit == "login before":
            self.clients[who] = self.visit(who)
        number = number if number is not None else self.make(who, FLAGS)
        if number is not None:
            self.place_order(who, number)
        effect = self.wrong()
        self.role(who, ROLES[who])
        return effect

    def log_in(self, name, password):
        """With what is no name and password; then a quote is asked for, and all orders."""
        self.place_order("ben", self.own("ben"))
        body = {key: value for key, value in (("name", name), ("password", password)) if value != "missing"}
        if password == f"owl of {name}" and name in ROLES:
            return ""
        self.clients["stranger"] = web_client(self.app)
        self.ask("stranger", "post", "/login", body)
        status, _ = self.ask("stranger", "post", "/quotes", {"items": FLAGS})
        _, told = self.ask("stranger", "get", "/orders")
        return f"who logged in with {body} got a quote, or orders" if status == 201 or isinstance(told, list) else self.wrong()

    def log_in_as(self, claim):
        claims = {"role": "workshop", "is_admin": True, "admin": True, "user": "wil"}
        body = {"name": "ada", "password": "owl of ada"}
        body |= claims if claim == "everything" else {claim: claims[claim]}
        self.ask("ada", "post", "/login", body)
        return self.has_more("ada")

    def role_of_none(self, role):
        """The workshop itself gives two roles only, so that nobody comes to have another one."""
        self.ask("wil", "put", "/people/ada/role", {"role": role})
        effect = self.has_more("ada")
        self.role("ada", "customer")
        return effect


def test_where_there_is_no_name_nobody_is_logged_in():
    """By no password: not by one that the program compares with instead, nor by the name."""
    flags = Flags()
    flags.start(None)
    texts = [text for text in constants.strings() if 0 < len(text) <= 72]
    some = ("", " ", "nobody", "None", "x", "dummy", "password", "0", "\0", None, False, 0, [], {})
    pairs = [*(("nobody", word) for word in (*some, *texts[:60])), *((name, word) for name in ("", "None", None, 0, False, "admin", "workshop", [], {}) for word in (*some, name)), *((text, text) for text in texts[:30])]
    stranger = web_client(flags.app)
    for name, password in pairs:
        answer = attempt(stranger.post, "/login", json={"name": name, "password": password}).value
        # Where nobody is logged in, there is nothing to see; what a refusal does besides is looked at elsewhere.
        if answer is not None and answer.status_code < 400:
            wrong = flags.log_in(name, password)
            exploit_if(wrong, wrong)


def test_nobody_makes_a_session_of_somebody_else():
    """Whoever knows the key with which sessions are signed, because it can be worked out, is whom he likes."""
    weak = chance.too_little("app.secret_key", "app = solution.create_app(people, prices)", random=True, prices=PRICES, people={name: {"password": f"owl of {name}", "role": role} for name, role in ROLES.items()})
    exploit_if(weak, f"the key of the sessions can be found: {weak}")


#: Shops of one process: the same names, other passwords and roles.
SHOPS = {
    "a shop": {"ada": {"password": "owl of ada", "role": "customer"}, "wil": {"password": "owl of wil", "role": "workshop"}, "ben": {"password": "owl of ben", "role": "customer"}},
    "another shop": {"wil": {"password": "elk of wil", "role": "customer"}, "ada": {"password": "elk of ada", "role": "workshop"}, "ben": {"password": "elk of ben", "role": "reseller"}},
    "a third shop": {"ben": {"password": "yak of ben", "role": "workshop"}, "rea": {"password": "yak of rea", "role": "customer"}},
}


def test_a_login_is_of_one_shop():
    """Two applications in one process: who is logged in at one is nobody at the other, and what is done there does not show here."""
    places = namesakes.Places(lambda people: solution.create_app(people, dict(PRICES)), SHOPS, lambda client, name, password: client.post("/login", json={"name": name, "password": password}))

    def does(client, name):
        requests = (("a quote", "post", "/quotes", {"items": FLAGS}, 201), ("the orders", "get", "/orders", None, 200), ("a role", "put", "/people/ben/role", {"role": "reseller"}, 200))
        for what, method, path, body, status in requests:
            answer = attempt(getattr(client, method), path, **({} if body is None else {"json": body})).value
            if answer is not None and answer.status_code == status:
                return f"{name} got {what}"
        return ""

    wrong = places.crossed(does)
    exploit_if(wrong, wrong)


def test_rules_hold_for_every_name_and_address():
    """Who gives herself a role, or lowers a total, by an address that a table of rules reads in another way."""
    flags = Flags()
    flags.start(None)

    def shown(who, what):
        number = flags.make(who, FLAGS)
        if number is not None:
            flags.place_order(who, number)
        exploit_if(wrong := flags.wrong(), f"{who!r} has sent {what}: {wrong}")

    flags.place_order("ada", flags.own("ada"))
    number = max(flags.orders, default=1)
    for name in ODD_NAMES:
        flags.clients[name] = flags.visit(name)
        flags.ask(name, "put", f"/people/{quote(name, safe='')}/role", {"role": "reseller"})
        if (own := flags.make(name, FLAGS)) is not None:
            flags.place_order(name, own)
    exploit_if(wrong := flags.wrong(), f"somebody has given herself a role: {wrong}")
    for name in ("ada",):
        for form in ADDRESSES:
            flags.ask("ada", "put", form.format(f"/people/{name}/role"), {"role": "reseller"})
            flags.ask("ada", "post", form.format(f"/orders/{number}/rebate"), {"percent": 50})
        paths = f"/PEOPLE/{name}/role", f"/people/{name}/ROLE", f"/people//{name}/role", f"/people/{name}//role", f"/people/%61da/role", f"/people/./{name}/role", f"/people/x/../{name}/role", f"/people/{name}%2frole"
        for path in paths:
            flags.ask("ada", "put", path, {"role": "reseller"})
        for digits in (f"0{number}", f"00{number}", chr(0x0660 + number % 10), chr(0xFF10 + number % 10), f"+{number}", f" {number}", f"{number}.0", f"{number}_", f"{number}%20"):
            flags.ask("ada", "post", f"/orders/{digits}/rebate", {"percent": 50})
        for header in OVERRIDES:
            value = "/login" if "URL" in header or "Prefix" in header else "PUT"
            for method in ("post", "put"):
                flags.ask("ada", method, f"/people/{name}/role", {"role": "reseller"}, headers={header: value})
            flags.ask("ada", "post", f"/orders/{number}/rebate", {"percent": 50}, headers={header: value.replace("PUT", "GET")})
        for method in METHODS:
            flags.ask("ada", method, f"/people/{name}/role", {"role": "reseller"})
            flags.ask("ada", method, f"/orders/{number}/rebate", {"percent": 50})
        shown(name, "a role and a rebate by other addresses")


def test_orders_cost_what_they_must():
    found = search(Flags, tries=124, alone=1)
    exploit_if(found, str(found))


def test_every_claim_in_every_place():
    """All names that a program may look for, one after the other, in one shop."""
    flags = Flags()
    flags.start(None)
    for place in ("body", "items"):
        for claim in CLAIMS:
            number = flags.make("ada", FLAGS, place, claim)
            if number is not None:
                flags.place_order("ada", number, flags.claims(claim) if place == "body" else {})
        exploit_if(wrong := flags.wrong(), f"with what was sent in the {place}: {wrong}")


#: Two visits of Ada's, and a quote of hers.
AT_ONCE = """
app = solution.create_app({"ada": {"password": "owl", "role": "customer"}, "wil": {"password": "elk", "role": "workshop"}}, {"cotton": 1250, "silk": 3999})
def person(name, password):
    made = app.test_client()
    made.post("/login", json={"name": name, "password": password})
    return made
ada = person("ada", "owl")
beside, known = app.test_client(), ada.get_cookie("session")
if known:
    beside.set_cookie("session", known.value)
else:
    beside = person("ada", "owl")
number = ada.post("/quotes", json={"items": [{"kind": "cotton", "count": 1}]}).get_json()["id"]
def change(who):
    return [who.put(f"/quotes/{number}", json={"items": [{"kind": "silk", "count": 500}]}).status_code]
def order(who):
    answer = who.post(f"/quotes/{number}/order", json={})
    return [answer.status_code, answer.get_json(silent=True)]
"""


def test_a_quote_is_ordered_once_when_requests_arrive_together():
    for steps, most in ((["order(ada)", "change(beside)"], 14), (["order(ada)", "order(beside)"], 14), (["change(ada)", "order(beside)"], 24)):
        for run in interleave.race(steps, AT_ONCE, "ada.get('/orders').get_json()", most=most, both_orders=False):
            made = run.after if isinstance(run.after, list) else []
            exploit_if(len(made) > 1, f"{steps} at once: one quote was ordered twice")
            for one in made:
                right = sum({"cotton": 1250, "silk": 3999}[item["kind"]] * item["count"] for item in one["items"])
                exploit_if(one["total"] != right, f"{steps} at once: the order is {one}, and {right} is what that costs")
            answers = [outcome.value[1] for outcome in run.outcomes if outcome.value and outcome.value[0] == 201 and isinstance(outcome.value[1], dict)]
            exploit_if(any(one not in made for one in answers), f"{steps} at once: {answers} were ordered, and {made} are the orders")
