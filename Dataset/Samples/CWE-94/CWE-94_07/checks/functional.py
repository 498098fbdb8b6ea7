import itertools

from harness import solution

CRANES = {"species": "crane", "place": "O'Neill's pond (north) and more", "observer": "Cy", "count": 12, "tide": -0.5, "rare": False}
WREN = {"species": "wren", "place": "Harbour", "observer": "Ada", "count": 1, "tide": 2.0, "rare": True}


def holds(rule, sighting):
    notices = solution.Notices()
    assert notices.subscribe("Ada", rule) is None
    told = notices.told(dict(sighting))
    assert told in (["Ada"], [])
    return bool(told)


def expect(rule, cranes, wren):
    assert (holds(rule, CRANES), holds(rule, WREN)) == (cranes, wren), rule


def test_texts_are_compared():
    expect('species == "crane"', True, False)
    expect('species != "crane"', False, True)
    expect('observer < "B"', False, True)
    expect('place >= "Harbour"', True, True)
    expect('place == "O\'Neill\'s pond (north) and more"', True, False)
    expect('place == "{x} # not rare, or: [1] == `2`; 100 % 海"', False, False)
    expect('observer == ""', False, False)


def test_numbers_are_compared():
    expect("count >= 12", True, False)
    expect("count > 12", False, False)
    expect("count <= 1", False, True)
    expect("count != 1", True, False)
    expect("tide == -0.5", True, False)
    expect("tide < -0.25", True, False)
    expect("tide > -1", True, True)
    expect("count == 12.0", True, False)


def test_fields_among_values():
    expect('species in ("stork", "crane")', True, False)
    expect('species in ("wren")', False, True)
    expect("count in (1, 2, 3)", False, True)
    expect("tide in (-0.5, 7)", True, False)
    expect('place in ("or", "and", "not rare")', False, False)


def test_rare_by_itself():
    expect("rare", False, True)
    expect("not rare", True, False)
    expect("((rare))", False, True)
    expect("not not rare", False, True)


def test_not_binds_before_and_and_and_before_or():
    names = ("rare", 'species == "wren"', "count == 12")
    for rare, species, count in itertools.product((True, False), ("wren", "crane"), (12, 1)):
        sighting = {**CRANES, "rare": rare, "species": species, "count": count}
        a, b, c = rare, species == "wren", count == 12
        for rule, result in (
            ("{0} or {1} and {2}", a or b and c), ("({0} or {1}) and {2}", (a or b) and c),
            ("not {0} and {1} or {2}", not a and b or c), ("not ({0} and {1}) and {2}", not (a and b) and c),
            ("{0} and not {1} or not {2} and {1}", a and not b or not c and b), ("not ({0} or not {1})", not (a or not b)),
            ("{0} or {1} or {2}", a or b or c), ("{0} and {1} and {2}", a and b and c),
        ):
            assert holds(rule.format(*names), sighting) == bool(result), (rule, sighting)


def test_blanks_may_stand_between_the_parts_or_not():
    expect('  species  in("crane","stork")and  count>=10  ', True, False)
    expect('not(rare)and(tide<0)or species=="wren"', True, True)
    expect("(" * 20 + "rare" + ")" * 20, False, True)
    expect(" or ".join(["count == 7"] * 30) + " or rare", False, True)


def test_several_persons():
    notices = solution.Notices()
    assert notices.told(dict(WREN)) == []
    for person, rule in (("Zoë", "rare"), ("Bo O'Hara", 'species == "wren"'), ("Ada", "count > 1"), ('x = "y"', "rare")):
        notices.subscribe(person, rule)
    assert notices.told(dict(WREN)) == ["Bo O'Hara", "Zoë", 'x = "y"']
    assert notices.told(dict(CRANES)) == ["Ada"]
    notices.subscribe("Ada", "not rare and count < 5")
    assert notices.told(dict(CRANES)) == []
    other = solution.Notices()
    assert other.told(dict(WREN)) == []


def test_what_is_no_rule():
    notices = solution.Notices()
    notices.subscribe("Ada", "rare")
    for rule in ("", "and rare", "rare or", "(rare", "rare)", "count >=", 'species == "crane', "count = 5", "rare rare", "count in (", "not"):
        try:
            notices.subscribe("Ada", rule)
        except ValueError:
            continue
        raise AssertionError(f"no ValueError for {rule!r}")
    assert notices.told(dict(WREN)) == ["Ada"]
