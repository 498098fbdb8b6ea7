from harness import Remote, attempt, solution
from probes import markers, search
from probes.grammars import code, evasions
from probes.grammars.ranked import in_turn

VALUES = {"fibre": -3.75}


def words(marker):
    return code.codes(marker, "fibre") | {f"OTHER{name}": text for name, text in enumerated(marker)}


def enumerated(marker):
    return [(f"{number:02d}", text) for number, text in enumerate(marker.python_attacks("fibre").values())]


def test_a_formula_runs_no_code():
    effect = markers.runs(lambda formula: solution.amount(formula, VALUES), words)
    others = [f"OTHER{name}" for name, _ in enumerated(markers.new())]
    search.attack("the formula", in_turn(code.formulas("fibre"), others), effect, tries=180)


def test_a_formula_calls_and_looks_up_nothing():
    known = code.lookups("fibre")

    def found(formula):
        value = attempt(solution.amount, formula, VALUES).value
        if isinstance(value, (int, float)) and value == known.get(formula, ()):
            return f"it gave {value}"
        return "it gave what is no quantity" if is_object(value) else None

    names = (name for name in evasions.names() if name not in VALUES)
    search.attack("the formula", in_turn(known, names), found, tries=80)


def is_object(value):
    """A function, a module, or the name of one, or the dictionary of a namespace, unless that was emptied."""
    if isinstance(value, str):
        return value in ("builtins", "solution")
    return isinstance(value, Remote) or isinstance(value, dict) and value != {}


def test_a_quantity_of_another_call_is_not_looked_up():
    def found(formula):
        name = formula.strip(" +1")
        for given in (0, 17.25):
            attempt(solution.amount, formula, {name: given, "fibre": 2})
        attempt(solution.amount, f"{name} + unheard", {name: 17.25})
        value = attempt(solution.amount, formula, VALUES).value
        return f"it gave {value!r:.40}" if value in (17.25, 18.25) or is_object(value) else None

    search.attack("behind a call with the quantity", ("lining", "id", "lining + 1", "abs", " lining"), found, tries=5)
