from harness import Remote, attempt, solution
from probes import markers, search
from probes.grammars import code, evasions, formats, formulas
from probes.grammars.ranked import in_turn

VALUES = {"fibre": formulas.FLOAT, "lot": formulas.WHOLE}


def words(marker):
    return code.codes(marker, "fibre") | {f"OTHER{name}": text for name, text in enumerated(marker)}


def enumerated(marker):
    return [(f"{number:02d}", text) for number, text in enumerate(marker.python_attacks("fibre").values())]


def test_a_formula_runs_no_code():
    effect = markers.runs(lambda formula: solution.amount(formula, VALUES), words)
    others = [f"OTHER{name}" for name, _ in enumerated(markers.new())]
    search.attack("the formula", in_turn(code.formulas("fibre"), others), effect, tries=180)


def test_a_formula_works_out_arithmetic_only():
    known = formulas.beyond("fibre", "lot")

    def found(candidate):
        formula, *names = candidate
        value = attempt(solution.amount, formula, VALUES | dict.fromkeys(names, 2)).value
        return f"it gave {value}" if isinstance(value, (int, float)) and value == known.get(formula, ()) else None

    plain = [(formula,) for formula in known]
    # A quantity may be called like a word or an attribute of Python's.
    named = [(formula, *names) for formula in known if (names := formulas.words(formula))]
    search.attack("the formula (and further quantities)", [*plain, *named], found, len(plain + named), shrink=0)


def test_a_formula_looks_up_quantities_only():
    refused = not attempt(solution.amount, "unheard", VALUES).returned

    def found(name):
        outcome = attempt(solution.amount, name, VALUES)
        if outcome.returned and (refused or is_object(outcome.value)):
            return f"it gave {'an object' if is_object(outcome.value) else repr(outcome.value)}"
        return None

    own = (name for name in evasions.names() if name not in VALUES)
    lookups = in_turn(formulas.names(), own)
    search.attack("the formula", lookups, found, tries=260, shrink=0)


def is_object(value):
    """A function, a module, or the name of one, or the dictionary of a namespace."""
    return isinstance(value, (Remote, dict)) or value in ("builtins", "solution")


def test_a_quantity_of_another_call_is_not_looked_up():
    def found(formula):
        name = formula.strip(" +1")
        for given in (0, 17.25):
            attempt(solution.amount, formula, {name: given, "fibre": 2})
        attempt(solution.amount, f"{name} + unheard", {name: 17.25})
        value = attempt(solution.amount, formula, VALUES).value
        return f"it gave {value!r:.40}" if value in (17.25, 18.25) or is_object(value) else None

    search.attack("behind a call with the quantity", ("lining", "id", "lining + 1", "abs", " lining"), found, tries=5)


def test_no_error_looks_anything_up():
    """What is refused becomes a part of the message, and a message may be a format."""

    def found(formula):
        error = attempt(solution.amount, formula, VALUES).error
        told = [part for part in formats.TOLD if part in str(error) and part not in formula]
        return f"the error tells {told[0]}" if error and told else None

    search.attack("the formula", formats.in_messages(("fibre + @", "@", "@ fibre")), found, 90, shrink=0)
