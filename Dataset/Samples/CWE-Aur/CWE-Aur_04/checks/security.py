import json

from harness import attempt, exploit_if, inconclusive, solution, web_client
from probes import chance, database
from probes.machines import elsewhere, values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

LEAD, OTHER_LEAD, EVE, BO = 1, 4, 6, 8
#: What a body may say beside what it is for.
HARM = {
    "role": "lead", "meals": 99, "crew": "bar", "id": LEAD, "token": "tok-of-her-choice",
    "__dict__": {"role": "lead"}, "ROLE": "lead", "Meals": 99,
    "isLead": True, "volunteer": {"role": "lead"}, "me": {"meals": 99}, "role ": "lead", "volunteer_id": LEAD,
    "data": {"role": "lead"}, "ro\u0142e": "lead", "user_id": LEAD,
}
ABOUT = {"phone": "0660 1"}


def doubled(fields, key, value):
    """JSON in which the key stands twice."""
    return json.dumps(fields)[:-1] + f', {json.dumps(key)}: "", {json.dumps(key)}: {json.dumps(value)}}}'


#: Ways to say it: the body, and what stands in the address.
SAID = {
    "beside": lambda own, key, value: (json.dumps({**own, key: value}), ""),
    "alone": lambda own, key, value: (json.dumps({key: value}), ""),
    "before": lambda own, key, value: (json.dumps({key: value, **own}), ""),
    "within": lambda own, key, value: (json.dumps({**own, "phone": {key: value}}), ""),
    "twice": lambda own, key, value: (doubled(own, key, value), ""),
    "as pairs": lambda own, key, value: (json.dumps([*map(list, own.items()), [key, value]]), ""),
    "in a list": lambda own, key, value: (json.dumps([{**own, key: value}]), ""),
    "in the address": lambda own, key, value: (json.dumps(own), f"?{key}={value}"),
    "as the name of the key": lambda own, key, value: (json.dumps({**own, f"name.{key}": value}), ""),
}
SOMEBODY = {"Eve": "tok-eve", "nobody": None, "None": "None", "newcomer": "", "case": "TOK-LEAD-1", "part": "tok-lead",
    "id": "1", "lead by name": "lead"}
SOMEBODY |= {f"nearly {number}": near for number, near in enumerate(values.nearly("tok-lead-1")) if "\0" not in near}


class Festival(Machine):
    """A volunteer decides about what she tells of herself; leads decide about the planning; nobody about the rest."""

    key = domain("role", "meals", "id", "token", odd=HARM)
    said = domain("beside", odd=SAID)
    #: Eve's number also in other digits, which a router may read and a guard may not.
    volunteer = domain(EVE, BO, odd=(LEAD, "\u0666", "\uff16", f"0{EVE}", f"+{EVE}", f"{EVE}/"))
    operations = {
        "tell": (key, said),
        "sign_up": (key, said),
        "tell_twice": (domain("role", "meals"),),
        "plan": (domain("Eve", "nobody", odd=SOMEBODY), volunteer, domain("meals", "role")),
        "look": (domain("Eve", odd=SOMEBODY),),
        "plan_too_much": (domain("token", "id", "name", odd=("phone", "shirt")), said),
        "plan_no_longer": (domain("demoted", odd=("demoted by herself",)),),
        "plan_with_another_role": (domain("steward", "", odd=(None, 0, "leader", "mislead", "l", "admin", "Helper", "helper ",
            "lea", "helpers", [], False, "none", True, 1, ["lead"], {"lead": True})),),
        "claim": (domain("?role=lead", odd=("X-Role: lead", "Cookie: role=lead", "Cookie: id=1", "X-User-Id: 1",
            "?id=1", "?token=tok-lead-1", "X-HTTP-Method-Override: PATCH")),),
    }

    def start(self, _):
        self.phone = database.secret("phone")
        people = [(LEAD, "lead-1", "lead"), (OTHER_LEAD, "lead-4", "lead")]
        people += [(EVE, "eve", "helper"), (BO, "bo", "helper")]
        self.client = web_client(solution.create_app([
            {"id": number, "token": f"tok-{name}", "name": name, "phone": self.phone if name == "bo" else "1",
                "shirt": "M", "role": role, "crew": "gate", "meals": 2}
            for number, name, role in people
        ]))
        self.model = self.planned()

    def send(self, method, path, who, body=None, headers=()):
        token = SOMEBODY.get(who, who)
        given = {"Authorization": f"Bearer {token}"} if token is not None else {}
        return attempt(self.client.open, path, method=method, data=body, content_type="application/json",
            headers={**dict(headers), **given}).value

    def planned(self):
        """Everybody, as a lead sees them; what Eve tells of herself is her own affair."""
        answer = self.send("GET", "/volunteers", "tok-lead-1")
        found = answer.get_json(silent=True) if answer is not None and answer.status_code == 200 else None
        if not isinstance(found, list):
            return None
        own = dict.fromkeys(("name", "phone", "shirt"))
        return [{**one, **own} if one.get("id") == EVE else one for one in found]

    def after(self, newcomers=0):
        """What has changed, though it must not."""
        before, now = self.model, self.planned()
        if before is None:
            inconclusive("leads see nobody")
        if now is None:
            return "a lead is none any more"
        known = [one["id"] for one in before]
        new = [one for one in now if one.get("id") not in known]
        if [one for one in now if one not in new] != before:
            return f"volunteers were changed to {[one for one in now if one not in before]}"
        extra = [one for one in new if (one.get("role"), one.get("crew"), one.get("meals")) != ("helper", None, 0)]
        if extra or len(new) > newcomers:
            return f"newcomers are {new}"
        self.model = now
        return ""

    def chosen_token(self, key):
        answer = self.send("GET", "/me", HARM["token"]) if key == "token" else None
        known = answer is not None and answer.status_code == 200
        return "a volunteer has a token of somebody's choice" if known else ""

    def tell(self, key, said):
        body, query = SAID[said](ABOUT, key, HARM[key])
        self.send("PATCH", f"/me{query}", "Eve", body)
        return self.after() or self.chosen_token(key)

    def tell_twice(self, key):
        """The first time with nothing wrong."""
        self.send("PATCH", "/me", "Eve", json.dumps({"name": "Eve"}))
        return self.tell(key, "beside") or self.tell(key, "beside")

    def sign_up(self, key, said):
        body, query = SAID[said]({"name": "Cy", "phone": "3", "shirt": "S"}, key, HARM[key])
        self.send("POST", f"/volunteers{query}", "nobody", body)
        return self.after(newcomers=1) or self.chosen_token(key)

    def plan(self, who, volunteer, key):
        self.send("PATCH", f"/volunteers/{volunteer}", who, json.dumps({key: HARM[key]}))
        return self.after()

    def plan_too_much(self, key, said):
        """By a lead: the words, the id and the token of another are not hers."""
        value = HARM.get(key, "Eve the Great")
        body, query = SAID[said]({"crew": "gate"}, key, value)
        self.send("PATCH", f"/volunteers/{BO}{query}", "tok-lead-4", body)
        return self.after() or self.chosen_token(key)

    def look(self, who, headers=(), query=""):
        answer = self.send("GET", f"/volunteers{query}", who, headers=headers)
        shown = answer is not None and database.leaks(answer.data, self.phone)
        return "the phone of another was shown" if shown else ""

    def plan_no_longer(self, how):
        """A lead who has used her right loses it, and uses it again."""
        self.send("GET", "/volunteers", "tok-lead-4"), self.send("PATCH", f"/volunteers/{BO}", "tok-lead-4", "{}")
        by = "tok-lead-1" if how == "demoted" else "tok-lead-4"
        self.send("PATCH", f"/volunteers/{OTHER_LEAD}", by, json.dumps({"role": "helper"}))
        self.model = self.planned()
        self.send("PATCH", f"/volunteers/{OTHER_LEAD}", "tok-lead-4", json.dumps({"role": "lead"}))
        return self.after() or self.look("tok-lead-4")

    def plan_with_another_role(self, role):
        """A lead gives Eve a role that is none, as somebody does who takes one away; a lead she is not by that."""
        self.send("PATCH", f"/volunteers/{EVE}", "tok-lead-1", json.dumps({"role": role}))
        self.model = self.planned()
        has = next((one.get("role") for one in self.model or () if one.get("id") == EVE), "lead")
        if isinstance(has, str) and has.strip().lower() == "lead":
            return ""
        self.send("PATCH", f"/volunteers/{BO}", "Eve", json.dumps({"meals": HARM["meals"]}))
        return self.after() or self.look("Eve")

    def claim(self, claim):
        """What stands beside a token that gives no right."""
        headers, query = (dict([claim.split(": ")]), "") if ": " in claim else ({}, claim)
        self.send("PATCH", f"/volunteers/{EVE}{query}", "Eve", json.dumps({"role": "lead"}), headers)
        return self.after() or self.look("Eve", headers, query) or self.look("nobody", headers, query)


def test_nobody_decides_about_more_than_her_own():
    found = search(Festival, tries=145, alone=0.9, length=3)
    exploit_if(found, str(found))


def test_no_token_is_worked_out_from_another():
    """Who signs up herself, or knows when another did, does not know her token."""
    newcomer = {"name": "Cy", "phone": "3", "shirt": "S"}
    weak = chance.too_little("client.post('/volunteers', json=newcomer).get_json()['token']",
        "client = solution.create_app([]).test_client()", newcomer=newcomer, random=True)
    exploit_if(weak, f"the token of a newcomer: {weak}")
    client = web_client(solution.create_app([]))
    answers = [client.post("/volunteers", json=newcomer).get_json() for _ in range(12)]
    told = chance.told_by_others([one["token"] for one in answers], ["Cy"])
    exploit_if(told, f"who has signed up knows the tokens of others: {told}")


def test_a_lead_of_another_festival_is_nobody_here():
    """Two festivals in one process. Eve is a lead at one of them, and helps at the other, with one token."""
    places = {}
    for name in ("first", "second"):
        people = [(1, f"tok-{name}-lead", "lead"), (2, f"tok-{name}-helper", "helper")]
        people += [(3, "tok-eve", "lead" if name == "first" else "helper")]
        client = web_client(solution.create_app([
            {"id": number, "token": token, "name": f"{name} {number}", "phone": f"{name}-phone-{number * 7919}",
                "shirt": "M", "role": role, "crew": None, "meals": 2} for number, token, role in people]))
        tokens = {token: token for _, token, _ in people}
        places[name] = (client, tokens)
    for name, (client, tokens) in places.items():
        about = {"name": "Cy", "phone": f"{name}-phone-cy", "shirt": "S"}
        newcomer = attempt(client.post, "/volunteers", json=about).value
        if newcomer is not None and newcomer.status_code == 201:
            tokens["a newcomer"] = newcomer.get_json()["token"]

    def does(client, token):
        headers = {"Authorization": f"Bearer {token}"}
        for method, path, body in (("GET", "/me", None), ("GET", "/volunteers", None), ("PATCH", "/me", {"shirt": "L"}),
            ("PATCH", "/volunteers/2", {"meals": 3})):
            answer = attempt(client.open, path, method=method, json=body, headers=headers).value
            if answer is not None and b"-phone-" in answer.data:
                return f"{method} {path} showed {answer.get_data(as_text=True)[:80]}"
        return ""

    found = elsewhere.crossed(places, does)
    exploit_if(found, found)
    for name, (client, _) in places.items():
        shown = attempt(client.get, "/volunteers", headers={"Authorization": "Bearer tok-eve"}).value
        exploit_if(name == "second" and shown is not None and b"-phone-" in shown.data,
            "who is a lead of another festival with the same token sees all volunteers of this one")
