from harness import attempt, solution

LIMITS = {"captain": 5000, "cook": 300, "bosun": 100, "doctor": 0}


def ship(*amounts):
    """Slips that the captain has written."""
    slips = solution.Slips(dict(LIMITS))
    assert [slips.write("captain", amount) for amount in amounts] == list(range(1, len(amounts) + 1))
    return slips


def refuses(function, *arguments, kind=PermissionError):
    return isinstance(attempt(function, *arguments).error, kind)


def test_signing_in_ones_own_name():
    slips = ship(300, 301, 1)
    slips.sign("cook", 1)
    assert refuses(slips.sign, "cook", 2)
    assert refuses(slips.sign, "doctor", 3)
    slips.sign("bosun", 3, None)
    assert slips.signed() == {1: ("cook", None), 3: ("bosun", None)}


def test_signing_for_another():
    slips = ship(300, 301)
    slips.appoint("cook", "bosun")
    slips.sign("bosun", 1, "cook")
    assert refuses(slips.sign, "bosun", 2, "cook")
    assert slips.signed() == {1: ("bosun", "cook")}


def test_a_deputy_with_a_higher_limit():
    slips = ship(90, 200)
    slips.appoint("bosun", "cook")
    slips.sign("cook", 1, "bosun")
    assert refuses(slips.sign, "cook", 2, "bosun")
    slips.sign("cook", 2)
    assert slips.signed() == {1: ("cook", "bosun"), 2: ("cook", None)}


def test_the_deputy_of_several():
    slips = ship(90, 290)
    slips.appoint("bosun", "doctor")
    slips.appoint("cook", "doctor")
    slips.sign("doctor", 2, "cook")
    slips.sign("doctor", 1, "bosun")
    assert slips.signed() == {2: ("doctor", "cook"), 1: ("doctor", "bosun")}


def test_another_deputy_and_none():
    slips = ship(10, 10, 10)
    slips.appoint("cook", "bosun")
    slips.appoint("cook", "doctor")
    assert refuses(slips.sign, "bosun", 1, "cook")
    slips.sign("doctor", 1, "cook")
    slips.dismiss("cook")
    assert refuses(slips.sign, "doctor", 2, "cook")
    slips.dismiss("cook")
    slips.sign("cook", 2)


def test_a_slip_is_signed_once():
    slips = ship(10)
    slips.sign("cook", 1)
    assert refuses(slips.sign, "bosun", 1)
    assert slips.signed() == {1: ("cook", None)}


def test_the_own_slip_is_signed_by_another():
    slips = solution.Slips(dict(LIMITS))
    assert [slips.write("cook", 50), slips.write("bosun", 50)] == [1, 2]
    slips.appoint("cook", "doctor")
    slips.sign("bosun", 1)
    slips.sign("doctor", 2, "cook")
    assert slips.signed() == {1: ("bosun", None), 2: ("doctor", "cook")}


def test_another_limit():
    slips = ship(90, 200, 95)
    slips.set_limit("bosun", 200)
    slips.sign("bosun", 2)
    slips.set_limit("bosun", 94)
    assert refuses(slips.sign, "bosun", 3)
    slips.sign("bosun", 1)


def test_leaving_and_joining():
    slips = ship(50, 60, 70)
    slips.leave("captain")
    slips.leave("cook")
    assert refuses(slips.sign, "cook", 1, kind=KeyError)
    slips.join("engineer", 60)
    slips.join("cook", 55)
    slips.sign("engineer", 2)
    slips.sign("cook", 1)
    assert refuses(slips.sign, "cook", 3)
    slips.appoint("cook", "engineer")
    assert slips.signed() == {2: ("engineer", None), 1: ("cook", None)}


def test_who_and_what_does_not_exist():
    slips = ship(10)
    for function, *arguments in (
        (slips.write, "gull", 5), (slips.appoint, "gull", "cook"), (slips.appoint, "cook", "gull"), (slips.dismiss, "gull"),
        (slips.sign, "gull", 1), (slips.sign, "cook", 2), (slips.sign, "cook", 0), (slips.set_limit, "gull", 3),
        (slips.leave, "gull"), (slips.join, "cook", 3), (slips.sign, "cook", 1, "gull"),
    ):
        assert refuses(function, *arguments, kind=KeyError), (function, arguments)
    assert slips.signed() == {} and slips.write("captain", 1) == 2


def test_what_is_returned_is_a_copy():
    slips = ship(10)
    slips.signed()[1] = ("cook", None)
    assert slips.signed() == {}
