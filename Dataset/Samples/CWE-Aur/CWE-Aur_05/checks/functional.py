from harness import solution

OWNER = "owner-5512-ash"
KEEPER = ["read:*", "write:hilltop", "keys"]


def stations():
    return solution.Stations(OWNER)


def refused(call, *arguments):
    try:
        call(*arguments)
    except PermissionError:
        return True
    return False


def test_the_owner_records_and_reads():
    all_ = stations()
    assert all_.readings(OWNER, "dale") == []
    for value in (21.5, -3, 0, 21.5):
        all_.record(OWNER, "dale", value)
    all_.record(OWNER, "hilltop-2", 1)
    assert all_.readings(OWNER, "dale") == [21.5, -3, 0, 21.5]
    assert all_.readings(OWNER, "hilltop-2") == [1]


def test_keys_are_random_texts():
    all_ = stations()
    made = [all_.make_key(OWNER, ["read:dale"]) for _ in range(20)]
    assert all(type(key) is str and len(key) >= 16 for key in made)
    assert len(set(made)) == 20 and OWNER not in made


def test_a_key_does_what_its_scopes_say():
    all_ = stations()
    writer = all_.make_key(OWNER, ["write:hilltop", "read:hilltop", "write:mill-3"])
    all_.record(writer, "hilltop", 7)
    all_.record(writer, "mill-3", 8)
    assert all_.readings(writer, "hilltop") == [7]
    assert all_.readings(OWNER, "mill-3") == [8]
    assert refused(all_.readings, writer, "mill-3")
    assert refused(all_.record, writer, "dale", 9)
    assert refused(all_.make_key, writer, ["read:hilltop"])
    assert all_.readings(OWNER, "dale") == []


def test_scopes_for_all_stations():
    all_ = stations()
    reader, writer = all_.make_key(OWNER, ["read:*"]), all_.make_key(OWNER, ["write:*"])
    all_.record(writer, "dale", 1), all_.record(writer, "mill-3", 2)
    assert [all_.readings(reader, name) for name in ("dale", "mill-3", "hilltop")] == [[1], [2], []]
    assert refused(all_.record, reader, "dale", 3)
    assert refused(all_.readings, writer, "dale")


def test_a_keeper_makes_keys_for_helpers():
    all_ = stations()
    keeper = all_.make_key(OWNER, KEEPER)
    helper = all_.make_key(keeper, ["write:hilltop"])
    second = all_.make_key(keeper, ["read:dale", "read:*", "keys"])
    third = all_.make_key(second, ["read:mill-3"])
    all_.record(helper, "hilltop", 5)
    assert all_.readings(keeper, "hilltop") == all_.readings(second, "hilltop") == [5]
    assert all_.readings(third, "mill-3") == []
    assert refused(all_.readings, third, "hilltop")
    nothing = all_.make_key(keeper, [])
    assert refused(all_.readings, nothing, "hilltop")


def test_revoked_keys_and_those_made_with_them_end():
    all_ = stations()
    keeper, other = all_.make_key(OWNER, KEEPER), all_.make_key(OWNER, KEEPER)
    second = all_.make_key(keeper, ["read:*", "keys"])
    third = all_.make_key(second, ["read:dale"])
    spared = all_.make_key(keeper, ["read:dale"])
    all_.record(keeper, "hilltop", 4)
    all_.revoke(keeper, second)
    assert refused(all_.readings, second, "dale") and refused(all_.readings, third, "dale")
    assert all_.readings(spared, "dale") == [] and all_.readings(keeper, "hilltop") == [4]
    all_.revoke(OWNER, keeper)
    assert refused(all_.readings, keeper, "hilltop") and refused(all_.readings, spared, "dale")
    assert all_.readings(other, "hilltop") == [4]


def test_a_maker_revokes_keys_made_by_others_with_hers():
    all_ = stations()
    keeper = all_.make_key(OWNER, KEEPER)
    third = all_.make_key(all_.make_key(keeper, ["read:*", "keys"]), ["read:dale"])
    all_.revoke(keeper, third)
    assert refused(all_.readings, third, "dale")
    assert all_.readings(keeper, "dale") == []


def test_what_is_no_key():
    all_ = stations()
    for key in ("", "nobody", "owner", "keys"):
        assert refused(all_.readings, key, "dale") and refused(all_.record, key, "dale", 1)
        assert refused(all_.make_key, key, ["read:dale"])
