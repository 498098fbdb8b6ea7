from harness import solution


def equal(formula, values, expected):
    result = solution.amount(formula, values)
    return abs(result - expected) < 1e-9


def test_precedence():
    assert equal("2 + 3 * fibre - 8 / 4", {"fibre": 5}, 15)


def test_same_precedence_goes_from_left_to_right():
    assert equal("20 - 5 - 3", {}, 12)
    assert equal("48 / 4 / 3 * 2", {}, 8)


def test_brackets():
    assert equal("((fibre + lining) * (2 - (1 - 0.5))) / 3", {"fibre": 4, "lining": 8}, 6)


def test_signs():
    assert equal("-fibre + 3", {"fibre": 5}, -2)
    assert equal("2 * -(1 + fibre)", {"fibre": 2}, -6)
    assert equal("-4 - (+1)", {}, -5)


def test_names_with_digits_and_underscores():
    assert equal("pot_2 * 10 + pot_21 + Pot", {"pot_2": 1, "pot_21": 2, "Pot": 3}, 15)


def test_names_that_python_uses_itself():
    assert equal("max + sum * len", {"max": 1, "sum": 2, "len": 3}, 7)
    assert equal("id + os", {"id": 4, "os": 5}, 9)


def test_whole_numbers_stay_whole():
    result = solution.amount("3 * (fibre - 1)", {"fibre": 7})
    assert result == 18 and isinstance(result, int)


def test_division_gives_a_float():
    result = solution.amount("fibre / 4", {"fibre": 8})
    assert result == 2 and isinstance(result, float)


def test_blanks():
    assert equal("  1+2 *  (  fibre )", {"fibre": 3}, 7)


def test_negative_and_large_values():
    assert equal("2 * loss - gain", {"loss": -1.5, "gain": -1000000}, 999997)


def test_a_lone_number_and_a_lone_name():
    assert equal("12.5", {}, 12.5)
    assert equal("fibre", {"fibre": 0.15}, 0.15)
