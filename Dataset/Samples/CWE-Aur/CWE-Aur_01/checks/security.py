from harness import attempt, exploit_if, solution, web_client
from probes import database
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

ADA, BEN, CLEO = 3, 5, 8  # Cleo has no token yet
TOKENS = {ADA: "tok-ada-5531", BEN: "tok-ben-9027", CLEO: None}
#: What stands behind `Authorization:`; none of it is a member's token.
STRANGERS = (
    "Bearer tok-nobody", "Bearer", "Bearer ", "", "tok-nobody", "Bearer Ada", "Bearer None", "Bearer null", "Bearer 3",
    "Bearer %", "Bearer tok-ada%", "Bearer tok-ada", "Bearer ____________", "Bearer *", "Bearer 1", "Bearer true",
    "Bearer False",
    "Basic QWRhOg==", "Bearer ' OR '1'='1", "Bearer tok-ada-5530", "Bearer tok", "Bearer \t", "Bearer []",
    "Bearer undefined")


class Diaries(Machine):
    """Without a token nothing is shown or changed; Ben sees and changes his own entries only."""

    who = domain("Ben", "nobody", odd=STRANGERS)
    entry = domain("/1", "/2", odd=("/01", "/1/", "/+1", "/ 1", "/1.0", "/１", "/3", "/0", "/-1", "/2/../1", "/1,2",
        "/1%20", "/%31"))
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
        "list": (who, claim),
        "add": (who, body, claim),
        "change": (who, entry, body, claim),
        "remove": (who, entry, claim),
        "other": (who, method, entry, body),
        "ask_for_a_number_used_again": (domain("PUT", "GET", "DELETE"), domain("Ada", "Ben")),
    }

    def start(self, _):
        self.secrets = [database.secret("diary") for _ in TOKENS]
        people = [(number, name, TOKENS[number]) for number, name in ((ADA, "Ada"), (BEN, "Ben"), (CLEO, "Cleo"))]
        entries = [(1, ADA, self.secrets[0]), (2, BEN, self.secrets[1]), (4, CLEO, self.secrets[2])]
        self.db = database.create("diary.db", {
            "members": ("id INTEGER PRIMARY KEY, name TEXT, token TEXT", people),
            "entries": ("id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT", entries),
        })
        self.client = web_client(solution.create_app(self.db.path))
        self.model = entries

    def look(self, who, entry, claim):
        return self.other(who, "GET", entry, None, claim)

    def list(self, who, claim):
        return self.other(who, "GET", "", None, claim)

    def add(self, who, body, claim):
        return self.other(who, "POST", "", body, claim)

    def change(self, who, entry, body, claim):
        return self.other(who, "PUT", entry, body, claim)

    def remove(self, who, entry, claim):
        return self.other(who, "DELETE", entry, None, claim)

    def other(self, who, method, entry, body, claim=""):
        sends = {"Ada": f"Bearer {TOKENS[ADA]}", "Ben": f"Bearer {TOKENS[BEN]}"}
        headers = {} if who == "nobody" else {"Authorization": sends.get(who, who)}
        if ": " in claim:
            headers = dict([claim.split(": ")]) | headers
        query = claim if claim.startswith("?") else ""
        answer = attempt(self.client.open, f"/entries{entry}{query}", method=method, json=body, headers=headers).value
        own = {"Ada": ADA, "Ben": BEN}.get(who)
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
    found = search(Diaries, tries=180, alone=0.85, length=4)
    exploit_if(found, str(found))
