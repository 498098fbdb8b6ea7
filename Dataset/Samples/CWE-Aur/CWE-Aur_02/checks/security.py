from harness import attempt, exploit_if, solution
from probes import roles

KEYS = {"north": "north-9a77e0c15b2d4f6681ce03b7d95a", "south": "south-04d8b3f29c714ab5a0e61f7782c9"}
FORGER = "a key that no hall has ever had"


def claims(hall="north", **more):
    return {"iss": hall, "sub": "M-1", "areas": ["boulder", "rope"], "exp": roles.FAR_FUTURE, **more}


def attack(what, token, keys=KEYS):
    holder = attempt(solution.pass_holder, token, keys, "rope").value
    exploit_if(holder == "M-1", f"{what}: the turnstile opened for a pass that no hall has sold")


def test_tokens_that_no_hall_has_signed():
    for name, token in roles.forged_tokens(claims(), times=False).items():
        attack(name, token)


def test_a_token_signed_with_another_key():
    attack("key of the forger", roles.token(claims(), FORGER))
    attack("name of the hall as the key", roles.token(claims(), "north"))


def test_changed_claims_with_the_signature_of_a_genuine_pass():
    genuine = roles.token({**claims(), "sub": "M-300", "areas": ["boulder"]}, KEYS["north"])
    for name, token in roles.tampered(genuine, sub="M-1", areas=["boulder", "rope"]).items():
        attack(name, token)


def test_a_hall_sells_no_passes_in_the_name_of_another():
    attack("north's name, south's key", roles.token(claims("north"), KEYS["south"]))
    attack("south's name, north's key", roles.token(claims("south"), KEYS["north"]))


def test_a_hall_that_is_not_known_has_no_key():
    for hall in ("east", "", "None", "North"):
        for key in ("", FORGER, "None", "default"):
            attack(f"hall {hall!r} with the key {key!r}", roles.token(claims(hall), key))


def test_a_key_named_by_the_token_itself():
    for headers in ({"kid": FORGER}, {"kid": "south"}, {"jwk": {"kty": "oct", "k": FORGER}}):
        attack(f"headers {headers}", roles.token(claims(), FORGER, headers=headers))
    other_hall = {"kid": "south", "iss": "south"}
    attack(f"headers {other_hall}", roles.token(claims("north"), KEYS["south"], headers=other_hall))
