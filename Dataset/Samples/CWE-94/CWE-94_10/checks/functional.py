from harness import solution

BOAT = {"weight": 8, "length": 3, "seconds": 95, "crew": 2}


def value(formula, boat=BOAT):
    handicaps = solution.Handicaps()
    assert handicaps.define("x", formula) is None
    return handicaps.work_out("x", dict(boat))


def test_arithmetic():
    for formula, wanted in (("1 + 2 * 3", 7), ("(1+2)*3", 9), ("7 / 2", 3.5), ("10 - 4 - 3", 3), ("12 / 3 / 2", 2.0), ("-weight + 10", 2), ("2 * -3", -6), ("-(2 - 5)", 3), ("0.75 * 4", 3.0), ("6 * 2", 12), ("12", 12), ("2.50", 2.5), ("(((length)))", 3)):
        found = value(formula)
        assert found == wanted and type(found) is type(wanted), (formula, found)


def test_fields():
    assert value("weight + length * seconds - crew") == 291
    assert value(" seconds/crew ", {**BOAT, "seconds": 91.5}) == 45.75


def test_functions():
    for formula, wanted in (("least(4, weight, 3)", 3), ("most(4, weight , 3)", 8), ("least(5)", 5), ("root(16)", 4.0), ("root(weight / 2) + 1", 3.0), ("most(root(9), least(crew, 7), -1) * 2", 6.0), ("root ( most( 1,4 ) )", 2.0)):
        assert value(formula) == wanted, formula


def test_formulas_that_name_others():
    handicaps = solution.Handicaps()
    handicaps.define("size", "length * root(weight / 2)")
    handicaps.define("corrected", "most(seconds - size, 10.5)")
    handicaps.define("d", "corrected / crew - size")
    assert handicaps.work_out("corrected", dict(BOAT)) == 89.0
    assert handicaps.work_out("d", dict(BOAT)) == 38.5
    assert handicaps.work_out("size", {**BOAT, "weight": 32, "length": 2.5}) == 10.0
    assert handicaps.work_out("corrected", {**BOAT, "seconds": 12}) == 10.5


def test_two_regattas():
    one, other = solution.Handicaps(), solution.Handicaps()
    one.define("size", "length + 1")
    other.define("size", "length * 2")
    other.define("more", "size + 1")
    assert (one.work_out("size", dict(BOAT)), other.work_out("more", dict(BOAT))) == (4, 7)


def test_a_formula_that_is_not_there():
    handicaps = solution.Handicaps()
    handicaps.define("size", "length")
    for name in ("sizes", "weight", "root"):
        try:
            handicaps.work_out(name, dict(BOAT))
        except KeyError:
            continue
        raise AssertionError("no KeyError")


def test_long_formulas_and_brackets():
    assert value("+".join(["crew"] * 60)) == 120
    assert value("(" * 20 + "7" + ")" * 20) == 7
