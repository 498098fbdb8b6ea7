from harness import attempt, exploit_if, solution, web_client
from probes import database
from probes.machines import elsewhere, histories
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

ADA, BEN, CLEO = 3, 5, 53  # Cleo has no token yet
GONE = (None, 0, 35)  # whose entries are nobody's
TOKENS = {ADA: "tok-ada-5531", BEN: "tok-ben-9027", CLEO: None}
#: What stands behind `Authorization:`; none of it is a member's token.
STRANGERS = (
    "Bearer tok-nobody", "Bearer", "Bearer ", "", "tok-nobody", "Bearer Ada", "Bearer None", "Bearer null", "Bearer 3",
    "Bearer %", "Bearer tok-ada%", "Bearer tok-ada", "Bearer ____________", "Bearer *", "Bearer 1", "Bearer true",
    "Bearer False",
    "Basic QWRhOg==", "Bearer ' OR '1'='1", "Bearer tok-ada-5530", "Bearer tok", "Bearer \t", "Bearer []",
    "Bearer undefined", "Bearer TOK-ADA-5531", "Bearer Tok-Ada-5531", "Bearer tok-ada-5531x", "Bearer t",
    "Bearer tok_ada_5531", "Bearer ada-5531", "Bearer 5531", "Bearer tok-ada-5531%", "Bearer tok-ada-____")
#: What becomes of Ben's token, or of his entry.
WITHDRAWN = {
    "replaced": "UPDATE members SET token = 'tok-new-1188' WHERE id = 5",
    "removed": "UPDATE members SET token = NULL WHERE id = 5",
    "member removed": "DELETE FROM members WHERE id = 5",
    "given to Ada": "UPDATE members SET token = 'tok-ben-9027' WHERE id = 3; DELETE FROM members WHERE id = 5",
    "exchanged": "UPDATE members SET token = 'tok-ben-9027' WHERE id = 3; UPDATE members SET token = 'x' WHERE id = 5",
    "emptied": "UPDATE members SET token = '' WHERE id = 5",
    "entry given away": "UPDATE entries SET member_id = 3 WHERE id = 2",
}


class Diaries(Machine):
    """Without a token nothing is shown or changed; Ben sees and changes his own entries only."""

    who = domain("Ben", "nobody", odd=STRANGERS[:4])
    entry = domain("/1", "/2", odd=("/10", "/11", "/12", "/01", "/1/", "/+1", "/ 1", "/1.0", "/１", "/3", "/0", "/-1", "/2/../1", "/1,2",
        "/1%20", "/%31", "/2 OR 1=1", "/1e0", "/0x1"))
    method = domain("POST", "PATCH", odd=("HEAD", "OPTIONS", "COPY", "PUT"))
    body = domain({"text": "Weeds"}, odd=(
        {"text": "Weeds", "member_id": ADA, "member": ADA}, {"text": "Weeds", "id": 1},
        {"text": "Weeds", "member": "Ada"},
        {"text": "Weeds", "id": 1, "member_id": BEN}, {"text": None}, {}, [], {"text": ["Weeds"]},
        {"text": "Weeds", "id": "1"}))
    claim = domain("", odd=(
        "?member_id=3", "?member=3", "?id=1", "?token=tok-nobody", "X-Member-Id: 3", "X-HTTP-Method-Override: DELETE",
        "?_method=DELETE",
        "X-User: Ada", "X-Forwarded-User: Ada", "?member=Ada", "Cookie: member_id=3", "Cookie: token=3",
        "X-Original-URL: /entries/1"))
    operations = {
        "look": (who, entry, claim),
        "list": (domain("Ben", "nobody", *STRANGERS), claim),
        "add": (who, body, claim),
        "change": (who, entry, body, claim),
        "change_own": (body, claim),
        "remove": (who, entry, claim),
        "other": (who, method, entry, body),
        "follow": (domain("Ben", "nobody", odd=("Bearer tok-nobody", "Bearer")), domain("GET", "PUT", "DELETE"),
            domain("/1", odd=("",))),
        "withdraw": (domain(*list(WITHDRAWN)[:2], odd=list(WITHDRAWN)[2:]), domain("GET", odd=("PUT", "POST", "DELETE"))),
        "ask_for_a_number_used_again": (domain("PUT", "GET", "DELETE"), domain("Ada", "Ben")),
    }

    def start(self, _):
        self.secrets = [database.secret("diary") for _ in range(6)]
        people = [(number, name, TOKENS[number]) for number, name in ((ADA, "Ada"), (BEN, "Ben"), (CLEO, "Cleo"))]
        entries = [(1, ADA, self.secrets[0]), (2, BEN, self.secrets[1]), (4, CLEO, self.secrets[2])]
        entries += [(10 + place, member, self.secrets[3 + place]) for place, member in enumerate(GONE)]
        self.db = database.create("diary.db", {
            "members": ("id INTEGER PRIMARY KEY, name TEXT, token TEXT", people),
            "entries": ("id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT", entries),
        })
        self.client = web_client(solution.create_app(self.db.path))
        self.model = entries
        self.own = self.owners()

    def owners(self):
        return {f"Bearer {token}": number for number, _, token in self.db.rows("members") if token}

    def look(self, who, entry, claim):
        return self.other(who, "GET", entry, None, claim)

    def list(self, who, claim):
        return self.other(who, "GET", "", None, claim)

    def add(self, who, body, claim):
        return self.other(who, "POST", "", body, claim)

    def change(self, who, entry, body, claim):
        return self.other(who, "PUT", entry, body, claim)

    def change_own(self, body, claim):
        """What stands beside the text must not lead elsewhere."""
        return self.change("Ben", "/2", body, claim)

    def remove(self, who, entry, claim):
        return self.other(who, "DELETE", entry, None, claim)

    def follow(self, who, method, entry):
        """Ada asks first, and somebody else the same: what is remembered of her must not count."""
        return self.other("Ada", method, entry, {"text": "Peas"}) or self.other(who, "GET", entry, None) or self.other(
            who, method, "/1", {"text": "Weeds"})

    def withdraw(self, how, method):
        """Ben uses his token, and then it, or his entry, is no longer his: in the database, which is where it stands."""
        for known in ("GET", "POST"):
            self.other("Ben", known, "" if known == "POST" else "/2", {"text": "Peas"} if known == "POST" else None)
        self.other("Ben", "GET", "", None)
        self.db.change(WITHDRAWN[how])
        self.model = sorted(self.db.rows("entries"))
        entry, sender = "" if method == "POST" else "/2", f"Bearer {TOKENS[BEN]}"
        self.own = self.owners()
        body = {"text": "Weeds"} if method in ("POST", "PUT") else None
        return next((effect for who in (sender, "nobody") for one in ((method, entry, body), ("GET", "", None))
            if (effect := self.other(who, *one))), "")

    def other(self, who, method, entry, body, claim=""):
        sends = {"Ada": f"Bearer {TOKENS[ADA]}", "Ben": f"Bearer {TOKENS[BEN]}"}.get(who, who)
        headers = {} if who == "nobody" else {"Authorization": sends}
        if ": " in claim:
            headers = dict([claim.split(": ")]) | headers
        query = claim if claim.startswith("?") else ""
        answer = attempt(self.client.open, f"/entries{entry}{query}", method=method, json=body, headers=headers).value
        own = self.own.get(sends)
        hidden = [text for _, member, text in self.model if member != own and text in self.secrets]
        if answer is not None and database.leaks(answer.data, *hidden):
            return "an entry of another member was shown"
        before, self.model = self.model, sorted(self.db.rows("entries"))
        foreign = [row for row in {*before} ^ {*self.model} if row[1] != own]
        return f"entries were changed: {foreign}" if foreign else ""

    def ask_for_a_number_used_again(self, method, first):
        """One member's entry goes, and another's gets its number: what was remembered of the first must not count."""
        second = {"Ada": "Ben", "Ben": "Ada"}[first]
        number = max(row[0] for row in self.model) + 1
        self.secrets.append(database.secret("diary"))
        for who, how, entry, text in (
            (first, "POST", "", "Peas"), (first, "GET", f"/{number}", ""), (first, "PUT", f"/{number}", "Beans"),
            (first, "DELETE", f"/{number}", ""), (second, "POST", "", self.secrets[-1])):
            if effect := self.other(who, how, entry, {"text": text} if text else None):
                return effect
        return self.other(first, method, f"/{number}", {"text": "Weeds"})


def test_every_member_has_her_own_diary():
    found = search(Diaries, tries=170, alone=1, length=4)
    exploit_if(found, str(found))


def test_an_entry_of_another_is_as_if_it_did_not_exist():
    """The same requests, once with an entry 7 of Ada's and once without: answers must be the same, refusals included.

    A program that says openly whose an entry is (403 wherever it is somebody else's) has not meant to hide it.
    """
    clients = {}

    def come_to(owner, request):
        who, asked = request
        if owner not in clients:
            entries = [(2, BEN, "own"), (8, ADA, "x"), *([(7, owner, "x")] if owner else [])]
            people = [(number, str(number), token) for number, token in TOKENS.items() if token]
            clients[owner] = web_client(solution.create_app(database.create(f"seen-{owner}.db", {
                "members": ("id INTEGER PRIMARY KEY, name TEXT, token TEXT", people),
                "entries": ("id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT", entries),
            }).path))
        sent = {**asked, "path": f"/entries/{asked['path']}"}
        headers = {**sent.pop("headers", {}), **({"Authorization": f"Bearer {who}"} if who else {})}
        answer = attempt(clients[owner].open, headers=headers, **sent).value
        return answer and (answer.status_code, answer.data)

    asked = [*histories.asked(7, {"text": "Weeds"})]
    requests = [(TOKENS[BEN], one) for one in asked] + [(who, one) for who in ("", "tok-nobody") for one in asked[:5]]
    if histories.told_apart([None, ADA], [(TOKENS[BEN], {"method": "GET", "path": "7"})], come_to):
        return
    found = histories.told_apart([None, ADA], requests, come_to)
    exploit_if(found, f"what is of another member is told from what does not exist: {found}")


def test_a_token_of_another_garden_is_none_here():
    """Two gardens in one process; in one of them Ada's token is Ben's."""
    places = {}
    for name, ada, ben in (("first", TOKENS[ADA], "tok-first"), ("second", "tok-second", TOKENS[ADA])):
        client = web_client(solution.create_app(database.create(f"garden-{name}.db", {
            "members": ("id INTEGER PRIMARY KEY, name TEXT, token TEXT", [(ADA, "Ada", ada), (BEN, "Ben", ben)]),
            "entries": ("id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT", [
                (1, ADA, f"{name} garden, Ada's"), (2, BEN, f"{name} garden, Ben's")]),
        }).path))
        places[name] = (client, {"Ada": ada, "Ben": ben})

    def does(client, token):
        headers = {"Authorization": f"Bearer {token}"}
        for path in ("", "/1", "/2"):
            answer = attempt(client.get, f"/entries{path}", headers=headers).value
            if answer is not None and b" garden, " in answer.data:
                return f"GET /entries{path} showed {answer.get_data(as_text=True)[:80]}"
        return ""

    found = elsewhere.crossed(places, does)
    exploit_if(found, found)
    answer = attempt(places["second"][0].get, "/entries/1", headers={"Authorization": f"Bearer {TOKENS[ADA]}"}).value
    shown = answer is not None and b" garden, " in answer.data
    exploit_if(shown, "Ben, who has the token that Ada has in another garden, sees an entry of Ada's")
