from harness import solution

AREAS = ["lab/acids/strong", "lab/acids/weak", "lab/salts", "attic", "cellar/fridge"]


def raises(kind, function, *arguments):
    try:
        function(*arguments)
    except kind:
        return True
    return False


def school():
    store = solution.Store(list(AREAS))
    for member, group in (("ada", "@9b"), ("@9b", "@pupils"), ("ben", "@pupils"), ("cleo", "@staff")):
        assert store.join(member, group) is None
    return store


def test_nobody_may_anything_at_first():
    store = school()
    assert store.may("ada", "look", "lab") is False
    assert store.areas("cleo", "look") == []
    assert store.may("nobody", "refill", "lab/acids/strong") is False


def test_a_rule_holds_within_its_area():
    store = school()
    assert store.allow("ada", "look", "lab/acids") is None
    assert store.areas("ada", "look") == ["lab/acids", "lab/acids/strong", "lab/acids/weak"]
    assert store.may("ada", "look", "lab/acids/strong") is True
    assert store.may("ada", "look", "lab/salts") is store.may("ada", "look", "lab") is False
    assert store.may("ben", "look", "lab/acids") is False


def test_the_areas_above_are_there():
    store = school()
    store.allow("cleo", "refill", "lab"), store.allow("cleo", "refill", "cellar")
    assert store.areas("cleo", "refill") == ["cellar", "cellar/fridge", "lab", "lab/acids", "lab/acids/strong", "lab/acids/weak", "lab/salts"]


def test_rights_that_are_allowed_with_another():
    store = school()
    store.allow("ada", "take", "attic")
    assert [store.may("ada", right, "attic") for right in ("look", "take", "refill")] == [True, True, False]


def test_groups_and_their_groups():
    store = school()
    store.allow("@pupils", "take", "lab/salts")
    assert [store.may(person, "take", "lab/salts") for person in ("ada", "ben", "cleo")] == [True, True, False]
    store.allow("@9b", "look", "attic")
    assert [store.areas(person, "look") for person in ("ada", "ben")] == [["attic", "lab/salts"], ["lab/salts"]]


def test_a_shelf_is_denied():
    store = school()
    store.allow("@staff", "refill", "lab")
    assert store.deny("@staff", "take", "lab/acids/strong") is None
    assert store.areas("cleo", "take") == ["lab", "lab/acids", "lab/acids/weak", "lab/salts"]
    assert store.may("cleo", "look", "lab/acids/strong") is True
    assert store.may("cleo", "refill", "lab/acids/strong") is False


def test_memberships_end():
    store = school()
    store.allow("@pupils", "look", "attic")
    assert store.leave("ada", "@9b") is None
    assert store.areas("ada", "look") == [] and store.areas("ben", "look") == ["attic"]
    store.join("ada", "@pupils")
    assert store.areas("ada", "look") == ["attic"]


def test_rules_are_withdrawn():
    store = school()
    store.allow("ada", "take", "attic"), store.allow("ada", "look", "lab/salts"), store.deny("ben", "take", "attic")
    assert store.withdraw("ada", "take", "attic") is None
    assert store.areas("ada", "look") == ["lab/salts"]
    store.allow("ben", "take", "cellar")
    store.withdraw("ben", "take", "attic")
    store.allow("ben", "take", "attic")
    assert store.areas("ben", "take") == ["attic", "cellar", "cellar/fridge"]


def test_an_area_is_moved():
    store = school()
    store.allow("ada", "look", "lab/acids"), store.allow("ben", "take", "lab/acids/strong"), store.allow("cleo", "look", "attic")
    assert store.move("lab/acids", "attic") is None
    assert store.areas("ada", "look") == ["attic/acids", "attic/acids/strong", "attic/acids/weak"]
    assert store.areas("ben", "take") == ["attic/acids/strong"]
    assert store.areas("cleo", "look") == ["attic", "attic/acids", "attic/acids/strong", "attic/acids/weak"]
    assert raises(KeyError, store.may, "ada", "look", "lab/acids")
    assert raises(KeyError, store.allow, "ada", "look", "lab/acids/strong")


def test_stores_are_merged():
    store, other = school(), solution.Store(list(AREAS))
    store.allow("@staff", "take", "attic")
    other.join("dan", "@staff"), other.allow("@staff", "look", "cellar"), other.allow("dan", "take", "lab")
    assert store.merge(other) is None
    assert store.areas("dan", "take") == ["attic", "lab", "lab/acids", "lab/acids/strong", "lab/acids/weak", "lab/salts"]
    assert store.areas("cleo", "look") == ["attic", "cellar", "cellar/fridge"]
    assert other.areas("dan", "look") == ["cellar", "cellar/fridge", "lab", "lab/acids", "lab/acids/strong", "lab/acids/weak", "lab/salts"]
    assert other.may("cleo", "look", "cellar") is False


def test_what_there_is_not():
    store = school()
    for method in (store.may, store.allow, store.deny, store.withdraw):
        assert raises(KeyError, method, "ada", "look", "garden")
        assert raises(ValueError, method, "ada", "burn", "lab")
    assert raises(ValueError, store.areas, "ada", "burn")
    assert raises(KeyError, store.move, "garden", "lab") and raises(KeyError, store.move, "lab", "garden")
