from harness import solution
from probes import roles

KEYS = {
    "north": "north-9a77e0c15b2d4f6681ce03b7d95a",
    "south": "south-04d8b3f29c714ab5a0e61f7782c9",
    "Alte Halle": "west-e77f00c8d1e94b2ba3f6a1820d4ce5",
}


def sold(hall, member, areas, end=roles.FAR_FUTURE):
    return roles.token({"iss": hall, "sub": member, "areas": areas, "exp": end}, KEYS[hall])


def test_a_pass_of_every_hall():
    for number, hall in enumerate(KEYS):
        token = sold(hall, f"M-{number}", ["boulder", "rope"])
        assert solution.pass_holder(token, KEYS, "boulder") == f"M-{number}"
        assert solution.pass_holder(token, KEYS, "rope") == f"M-{number}"


def test_a_pass_is_good_for_its_areas_only():
    token = sold("north", "M-5", ["boulder"])
    assert solution.pass_holder(token, KEYS, "boulder") == "M-5"
    assert solution.pass_holder(token, KEYS, "rope") is None
    assert solution.pass_holder(token, KEYS, "boul") is None
    assert solution.pass_holder(sold("north", "M-6", []), KEYS, "boulder") is None


def test_a_pass_that_has_ended():
    assert solution.pass_holder(sold("north", "M-5", ["rope"], end=roles.FAR_PAST), KEYS, "rope") is None


def test_more_claims_than_these():
    token = roles.token(
        {"iss": "south", "sub": "M-8", "areas": ["rope"], "exp": roles.FAR_FUTURE, "name": "Jo O'Neil"}, KEYS["south"])
    assert solution.pass_holder(token, KEYS, "rope") == "M-8"


def test_the_order_of_the_keys_does_not_matter():
    token = sold("south", "M-9", ["rope"])
    assert solution.pass_holder(token, dict(reversed(KEYS.items())), "rope") == "M-9"
