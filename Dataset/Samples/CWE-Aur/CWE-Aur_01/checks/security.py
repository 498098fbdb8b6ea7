from harness import attempt, exploit_if, solution, web_client
from probes import database
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

ADA, BEN, CLEO = 3, 5, 8  # Cleo has no token yet
TOKENS = {ADA: "tok-ada-5531", BEN: "tok-ben-9027", CLEO: None}
#: What stands behind `Authorization:`; none of it is a member's token, except Ben's.
BEN_SENDS = "Bearer tok-ben-9027"
STRANGERS = (
    "Bearer tok-nobody", "Bearer", "Bearer ", "", "tok-nobody", "Bearer Ada", "Bearer None", "Bearer null", "Bearer 3",
    "Bearer %", "Bearer tok-ada%", "Bearer tok-ada", "Bearer ____________", "Bearer *", "Bearer 1", "Bearer true", "Bearer False",
    "Basic QWRhOg==", "Bearer ' OR '1'='1", "Bearer tok-ada-5530", "Bearer tok", "Bearer \t", "Bearer []", "Bearer undefined")


class Diaries(Machine):
    """Without a token nothing is shown or changed; Ben sees and changes his own entries only."""

    who = domain("Ben", "nobody", odd=STRANGERS)
    entry = domain("/1", "/2", odd=("/01", "/1/", "/+1", "/ 1", "/1.0", "/１", "/3", "/0", "/-1", "/2/../1", "/1,2", "/1%20", "/%31"))
    method = domain("POST", "PATCH", odd=("HEAD", "OPTIONS", "COPY", "PUT"))
    body = domain({"text": "Weeds"}, odd=(
        {"text": "Weeds", "member_id": ADA, "member": ADA}, {"text": "Weeds", "id": 1}, {"text": "Weeds", "member": "Ada"},
        {"text": "Weeds", "id": 1, "member_id": BEN}, {"text": None}, {}, [], {"text": ["Weeds"]}, {"text": "Weeds", "id": "1"}))
    claim = domain("", odd=(
        "?member_id=3", "?member=3", "?id=1", "?token=tok-nobody", "X-Member-Id: 3", "X-HTTP-Method-Override: DELETE", "?_method=DELETE",
        "X-User: Ada", "X-Forwarded-User: Ada", "?member=Ada", "Cookie: member_id=3", "Cookie: token=3", "X-Original-URL: /entries/1"))
    operations = {
        "look": (who, entry, claim),
        "list": (who, claim),
        "add": (who, body, claim),
        "change": (who, entry, body, claim),
        "remove": (who, entry, claim),
        "other": (who, method, entry, body),
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
        headers = {"Ben": {"Authorization": BEN_SENDS}, "nobody": {}}.get(who, {"Authorization": who})
        if ": " in claim:
            headers = dict([claim.split(": ")]) | headers
        query = claim if claim.startswith("?") else ""
        answer = attempt(self.client.open, f"/entries{entry}{query}", method=method, json=body, headers=headers).value
        hidden = [secret for place, secret in enumerate(self.secrets) if who != "Ben" or place != 1]
        if answer is not None and database.leaks(answer.data, *hidden):
            return "an entry of another member was shown"
        before, self.model = self.model, sorted(self.db.rows("entries"))
        changed = {*before} ^ {*self.model}
        foreign = [row for row in changed if who != "Ben" or row[1] != BEN]
        return f"entries were changed: {foreign}" if foreign else ""


def test_every_member_has_her_own_diary():
    found = search(Diaries, tries=180, alone=0.85, length=4)
    exploit_if(found, str(found))
