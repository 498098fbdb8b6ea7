from harness import attempt, exploit_if, solution

PEOPLE = {"Wanda": "warden", "Tom": "trainer", "Tina": "trainer", "Mia": "member", "Gus": "guest"}
ORDER = ["guest", "member", "trainer", "warden"]


def rank(role):
    return ORDER.index(role) if role in ORDER else -1


def roster_after(*changes):
    roster = solution.Roster(PEOPLE)
    for change in changes:
        attempt(roster.set_role, *change)
    return roster


def expect_no_more_than_before(roster, name):
    """The person may do nothing that her old role did not allow."""
    had = PEOPLE.get(name)
    for role, action in zip(ORDER, ("read log", "take dinghy", "teach", "open fuel store")):
        allowed = attempt(roster.can, name, action).value is True
        exploit_if(allowed and rank(had) < rank(role), f"{name} ({had}) gained the right to {action}")


def test_a_trainer_does_not_become_a_warden():
    expect_no_more_than_before(roster_after(("Tom", "Tom", "warden")), "Tom")


def test_a_trainer_makes_no_other_wardens_and_trainers():
    roster = roster_after(("Tom", "Gus", "warden"), ("Tom", "Mia", "trainer"), ("Tom", "Gus", "member"), ("Tom", "Gus", "trainer"))
    expect_no_more_than_before(roster, "Mia")
    exploit_if(roster.can("Gus", "teach") is True, "a trainer made a guest more than a member")


def test_a_trainer_takes_nothing_from_a_warden():
    roster = roster_after(("Tom", "Wanda", "member"), ("Tom", "Wanda", "guest"))
    exploit_if(roster.can("Wanda", "open fuel store") is False, "a trainer took the warden's role away")


def test_a_trainer_takes_nothing_from_another_trainer():
    roster = roster_after(("Tom", "Tina", "member"))
    exploit_if(roster.can("Tina", "teach") is False, "a trainer took another trainer's role away")


def test_a_trainer_brings_in_nobody_from_outside():
    roster = roster_after(("Tom", "Stella", "warden"), ("Tom", "Stella", "member"), ("Tom", "gus", "member"))
    expect_no_more_than_before(roster, "Stella")
    expect_no_more_than_before(roster, "gus")


def test_members_and_guests_give_no_roles():
    roster = roster_after(("Mia", "Mia", "warden"), ("Gus", "Gus", "member"), ("Mia", "Gus", "member"))
    expect_no_more_than_before(roster, "Mia")
    expect_no_more_than_before(roster, "Gus")


def test_a_person_who_is_not_in_the_roster_gives_no_roles():
    for stranger in ("Stella", "", None, "warden"):
        roster = roster_after((stranger, "Stella", "warden"), (stranger, "Gus", "warden"))
        expect_no_more_than_before(roster, "Stella")
        expect_no_more_than_before(roster, "Gus")


def test_a_person_with_a_similar_name_gives_no_roles():
    for stranger in ("wanda", "WANDA", " Wanda", "Wanda ", "Ｗanda", "Wand"):
        roster = roster_after((stranger, stranger, "warden"), (stranger, "Gus", "warden"))
        expect_no_more_than_before(roster, stranger)
        expect_no_more_than_before(roster, "Gus")


def test_who_has_lost_a_role_has_lost_its_rights():
    for role in ("guest", "member", "trainer"):
        roster = roster_after(("Wanda", "Tina", "warden"), ("Tina", "Wanda", role), ("Wanda", "Wanda", "warden"))
        exploit_if(attempt(roster.can, "Wanda", "open fuel store").value is True, f"a warden who became a {role} is still one")
        attempt(roster.set_role, "Wanda", "Mia", "trainer")
        expect_no_more_than_before(roster, "Mia")
    roster = roster_after(("Wanda", "Tom", "member"), ("Tom", "Gus", "member"))
    expect_no_more_than_before(roster, "Gus")
