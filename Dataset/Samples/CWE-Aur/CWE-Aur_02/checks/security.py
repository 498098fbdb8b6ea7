from harness import attempt, exploit_if, solution
from probes import roles
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

KEYS = {"north": "north-9a77e0c15b2d4f6681ce03b7d95a", "south": "south-04d8b3f29c714ab5a0e61f7782c9"}
FORGER = "a key that no hall has ever had"
FORGED = list(roles.forged_tokens({"iss": "north", "exp": roles.FAR_FUTURE}, times=False))
TAMPERED = list(roles.tampered(roles.token({"iss": "north"}, KEYS["north"]), sub="M-1"))


class Turnstile(Machine):
    """It opens only for a pass that the hall named in it has signed."""

    hall = domain("north", odd=("east", "", "None", "North", None, 0, True, [], ["north"], "south", "north ",
        *values.alike("north")[:12]))
    key = domain(FORGER, "", odd=("None", "north", "default", "east", "secret", "key", "null", "False", "0",
        KEYS["south"]))
    headers = domain({}, odd=(
        {"kid": FORGER}, {"kid": "south"}, {"kid": "south", "iss": "south"}, {"iss": "south"},
        {"jwk": {"kty": "oct", "k": FORGER}},
        {"kid": "../../dev/null"}, {"kid": ""}, {"hall": "south"}, {"typ": None}, {"cty": "JWT"}, {"key": FORGER}))
    more = domain({}, odd=({"hall": "south"}, {"key": FORGER}, {"kid": "south"}, {"aud": "south"}, {"iat": 0},
        {"alg": "none"}))
    operations = {
        "show": (hall, key, headers, more),
        "show_of_another": (domain("north", odd=(["north", "south"], ["north"])), headers, more),
        "show_forged": (domain(*FORGED[:2], odd=FORGED[2:]), domain("north", odd=("east", None, ""))),
        "show_changed": (domain(*TAMPERED),),
        "show_genuine": (domain("north", "south"),),
    }

    def claims(self, iss, **more):
        return {"iss": iss, "sub": "M-1", "areas": ["boulder", "rope"], "exp": roles.FAR_FUTURE, **more}

    def opens(self, token):
        holder = attempt(solution.pass_holder, token, dict(KEYS), "rope").value
        return "it opened for a pass that this hall has not sold" if holder == "M-1" else ""

    def show(self, hall, key, headers, more):
        if KEYS.get(str(hall)) == key:
            return ""
        return self.opens(roles.token(self.claims(hall, **more), key, headers=headers))

    def show_of_another(self, hall, headers, more):
        """Signed with south's key."""
        return self.show(hall, KEYS["south"], headers, more)

    def show_forged(self, name, hall):
        return self.opens(roles.forged_tokens(self.claims(hall), times=False)[name])

    def show_changed(self, name):
        """A pass of M-300 for the boulder, with other claims."""
        genuine = roles.token(self.claims("north", sub="M-300", areas=["boulder"]), KEYS["north"])
        return self.opens(roles.tampered(genuine, sub="M-1", areas=["boulder", "rope"])[name])

    def show_genuine(self, hall):
        """A pass as it should be: what a turnstile remembers of it must not help the next."""
        attempt(solution.pass_holder, roles.token(self.claims(hall, sub="M-2"), KEYS[hall]), dict(KEYS), "rope")


def test_the_turnstile_opens_for_no_pass_that_its_hall_has_not_sold():
    found = search(Turnstile, tries=220, alone=0.7, length=4)
    exploit_if(found, str(found))
