from harness import solution

PEOPLE = {"Wanda": "warden", "Tom": "trainer", "Mia": "member", "Gus": "guest"}


def test_the_roster_is_what_was_given():
    assert solution.Roster(PEOPLE).roles() == PEOPLE
    assert solution.Roster({}).roles() == {}


def test_every_role_can_do_what_the_table_says():
    roster = solution.Roster(PEOPLE)
    actions = ("read log", "take dinghy", "teach", "open fuel store")
    allowed = {name: [roster.can(name, action) for action in actions] for name in PEOPLE}
    assert allowed == {
        "Gus": [True, False, False, False],
        "Mia": [True, True, False, False],
        "Tom": [True, True, True, False],
        "Wanda": [True, True, True, True],
    }


def test_a_warden_gives_every_role():
    for role in ("guest", "member", "trainer", "warden"):
        for name in ("Gus", "Mia", "Tom"):
            roster = solution.Roster(PEOPLE)
            assert roster.set_role("Wanda", name, role) is None
            assert roster.roles() == {**PEOPLE, name: role}


def test_a_warden_adds_a_person():
    roster = solution.Roster({"Wanda": "warden"})
    roster.set_role("Wanda", "Nele", "member")
    assert roster.roles() == {"Wanda": "warden", "Nele": "member"}
    assert roster.can("Nele", "take dinghy") is True
    assert roster.can("Nele", "teach") is False


def test_a_trainer_makes_a_guest_a_member():
    roster = solution.Roster(PEOPLE)
    assert roster.set_role("Tom", "Gus", "member") is None
    assert roster.roles() == {**PEOPLE, "Gus": "member"}
    assert roster.can("Gus", "take dinghy") is True


def test_a_new_warden_is_a_warden_in_full():
    roster = solution.Roster(PEOPLE)
    roster.set_role("Wanda", "Mia", "warden")
    roster.set_role("Mia", "Gus", "trainer")
    assert roster.roles() == {**PEOPLE, "Mia": "warden", "Gus": "trainer"}
    assert roster.can("Mia", "open fuel store") is True


def test_a_new_trainer_can_make_members():
    roster = solution.Roster({**PEOPLE, "Gabi": "guest"})
    roster.set_role("Wanda", "Gabi", "trainer")
    roster.set_role("Gabi", "Gus", "member")
    assert roster.roles() == {**PEOPLE, "Gabi": "trainer", "Gus": "member"}


def test_the_roster_cannot_be_changed_through_what_was_given():
    first, second = solution.Roster(PEOPLE), solution.Roster(PEOPLE)
    first.set_role("Wanda", "Gus", "trainer")
    assert second.roles() == PEOPLE
