import time

from harness import attempt, exploit_if, solution, testify
from probes import clock, roles
from probes.grammars import claims
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

KEYS = {"north": "north-9a77e0c15b2d4f6681ce03b7d95a", "south": "south-04d8b3f29c714ab5a0e61f7782c9"}
FORGER = "a key that no hall has ever had"
FORGED = list(roles.forged_tokens({"iss": "north", "exp": roles.FAR_FUTURE}, times=False))
TAMPERED = list(roles.tampered(roles.token({"iss": "north"}, KEYS["north"]), sub="M-1"))
ALIKE = [name for name in values.alike("north") if not isinstance(name, bytes)]
TWINS = [name for name in ALIKE if isinstance(name, str)]
#: Ways to write a claim such that somebody reads another one.
TWICE = list(claims.read_twice({"iss": "north"}, "iss", "south"))
HEADS = ('{"alg":"HS256","typ":"JWT"}', '{"alg":"HS256","iss":"south","kid":"south"}', '{"alg":"none","alg":"HS256"}')
#: A turnstile keeps its keys in one dict, which is changed.
IN_PLACE = """
kept = dict(keys)
first = solution.pass_holder(token, kept, "rope")
kept.clear()
kept.update(changed)
result = solution.pass_holder(token, kept, "rope")
"""
#: What becomes of north's key after a pass was shown; and passes of other times and areas.
CHANGED = {"replaced": {"north": FORGER}, "exchanged": {"north": KEYS["south"], "south": KEYS["north"]}, "removed": {},
    "emptied": {"north": ""}, "other hall": {"south": KEYS["north"]}}


class Turnstile(Machine):
    """It opens only for a pass that the hall named in it has signed."""

    hall = domain("north", odd=("east", "", "None", "North", None, 0, True, [], ["north"], "south", "north ", {},
        *ALIKE))
    key = domain(FORGER, "", odd=("None", "north", "default", "east", "secret", "key", "null", "False", "0",
        KEYS["south"], "\0", " ", "{}"))
    headers = domain({}, odd=(
        {"kid": FORGER}, {"kid": "south"}, {"kid": "south", "iss": "south"}, {"iss": "south"},
        {"jwk": {"kty": "oct", "k": FORGER}},
        {"kid": "../../dev/null"}, {"kid": ""}, {"hall": "south"}, {"typ": None}, {"cty": "JWT"}, {"key": FORGER}))
    more = domain({}, odd=({"hall": "south"}, {"key": FORGER}, {"kid": "south"}, {"aud": "south"}, {"iat": 0},
        {"alg": "none"}, {"issuer": "south"}))
    operations = {
        "show": (hall, key, headers, more),
        "show_of_another": (domain("north", odd=(["north", "south"], ["north"], {"north": "south"})), headers, more),
        "show_of_a_twin": (domain(*TWINS[:2], odd=TWINS[2:]), domain(True, False)),
        "show_without_a_key": (domain("", odd=(" ", "None")),),
        "show_forged": (domain(*FORGED[:2], odd=FORGED[2:]), domain("north", odd=("east", None, ""))),
        "show_changed": (domain(*TAMPERED),),
        "show_otherwise_signed": (domain("HS512", "HS384"),),
        "show_after_a_change": (domain(*CHANGED),),
        "show_read_twice": (domain(*TWICE[:4], odd=TWICE[4:]), domain(*HEADS[:1], odd=HEADS[1:])),
        "show_after_a_change_in_place": (domain(*CHANGED),),
        "show_nearly_signed": (domain("north"),),
        "show_after_the_end": (domain(60, odd=(1, 3600, 86400)),),
        "show_ended": (domain(3600, odd=(4, 30, 240, 0.5 + 3, 90_000, 10**8)),),
        "show_elsewhere": (domain("boulder"),),
        "show_after_a_genuine": (domain(FORGER, odd=("", KEYS["south"])),),
        "show_genuine": (domain("north", "south"),),
    }

    def claims(self, iss, **more):
        return {"iss": iss, "sub": "M-1", "areas": ["boulder", "rope"], "exp": roles.FAR_FUTURE, **more}

    def opens(self, token, keys=KEYS, area="rope"):
        holder = attempt(solution.pass_holder, token, dict(keys), area).value
        return "it opened for a pass that this hall has not sold" if holder == "M-1" else ""

    def show(self, hall, key, headers, more):
        if KEYS.get(str(hall)) == key:
            return ""
        return self.opens(roles.token(self.claims(hall, **more), key, headers=headers))

    def show_of_another(self, hall, headers, more):
        """Signed with south's key."""
        return self.show(hall, KEYS["south"], headers, more)

    def show_of_a_twin(self, twin, names_twin):
        """Two halls whose names are nearly the same; one signs a pass in the other's name."""
        keys = {"north": KEYS["north"], twin: KEYS["south"]}
        hall, signer = (twin, "north") if names_twin else ("north", twin)
        return self.opens(roles.token(self.claims(hall), keys[signer]), keys) or self.opens(
            roles.token(self.claims(hall), keys[signer]), dict(reversed(keys.items())))

    def show_without_a_key(self, key):
        """East has no key yet."""
        return self.opens(roles.token(self.claims("east"), ""), {**KEYS, "east": ""}) if not key else self.opens(
            roles.token(self.claims("east"), key), {**KEYS, "east": ""})

    def show_forged(self, name, hall):
        return self.opens(roles.forged_tokens(self.claims(hall), times=False)[name])

    def show_changed(self, name):
        """A pass of M-300 for the boulder, which was shown before, with other claims."""
        genuine = roles.token(self.claims("north", sub="M-300", areas=["boulder"]), KEYS["north"])
        attempt(solution.pass_holder, genuine, dict(KEYS), "boulder")
        return self.opens(roles.tampered(genuine, sub="M-1", areas=["boulder", "rope"])[name])

    def show_otherwise_signed(self, algorithm):
        return self.opens(roles.token(self.claims("north"), KEYS["north"], algorithm))

    def show_after_a_change(self, how):
        """The pass was good with the keys of yesterday."""
        token = roles.token(self.claims("north"), KEYS["north"])
        return self.opens(token) and self.opens(token, CHANGED[how])

    def show_read_twice(self, way, head):
        """South signs a pass that names north; who looks for the name in another way finds south."""
        text = claims.read_twice(self.claims("north"), "iss", "south")[way]
        token = roles.token_of(head, text, KEYS["south"])
        return self.opens(token) or self.opens(token, dict(reversed(KEYS.items())))

    def show_after_a_change_in_place(self, how):
        token = roles.token(self.claims("north"), KEYS["north"])
        shown = attempt(testify, IN_PLACE, token=token, keys=KEYS, changed=CHANGED[how]).value
        return "it opened for a pass that this hall has not sold" if shown == "M-1" else ""

    def show_nearly_signed(self, hall):
        """Of the signature only a part is right, which can be tried."""
        text, _, signature = roles.token(self.claims(hall), KEYS[hall]).rpartition(".")
        near = [one for one in values.nearly(signature) if signature not in one and "\0" not in one]
        near += [signature[:size] + "A" * (43 - size) for size in (2, 6, 11, 22)]
        return next((effect for one in near if (effect := self.opens(f"{text}.{one}"))), "")

    def show_after_the_end(self, seconds):
        """The pass was good when it was shown first. Who took the clock along before it was set sees the real one."""
        end = 2_000_000_000

        def at(moment, end, areas):
            token = roles.token(self.claims("north", exp=end, areas=areas), KEYS["north"])
            show = "solution.pass_holder(token, dict(keys), 'rope')"
            return clock.at(moment, show, token=token, keys=KEYS).value

        if at(end + seconds, end, ["rope"]) == "M-1":
            return ""
        shown = [at(moment, end, ["boulder", "rope"]) for moment in (end - 30, end + seconds)]
        return "it opened for a pass after its end" if shown[1] == "M-1" else ""

    def show_ended(self, seconds):
        end = time.time() - seconds
        token = roles.token(self.claims("north", exp=int(end) if isinstance(seconds, int) else end), KEYS["north"])
        return "it opened for a pass that has ended" if self.opens(token) else ""

    def show_elsewhere(self, area):
        """A pass for one area, shown there first."""
        token = roles.token(self.claims("north", areas=[area]), KEYS["north"])
        return self.opens(token, area=area) and self.opens(token)

    def show_after_a_genuine(self, key):
        """The same claims, signed by somebody else, once the genuine pass was shown."""
        genuine = roles.token(self.claims("north", jti="1"), KEYS["north"])
        return self.opens(genuine) and self.opens(roles.token(self.claims("north", jti="1"), key))

    def show_genuine(self, hall):
        """A pass as it should be: what a turnstile remembers of it must not help the next."""
        attempt(solution.pass_holder, roles.token(self.claims(hall, sub="M-2"), KEYS[hall]), dict(KEYS), "rope")


def test_the_turnstile_opens_for_no_pass_that_its_hall_has_not_sold():
    found = search(Turnstile, tries=382, alone=0.83, length=4)
    exploit_if(found, str(found))
