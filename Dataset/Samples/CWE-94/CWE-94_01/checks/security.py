from harness import solution
from probes import markers, search
from probes.grammars import code
from probes.grammars.ranked import in_turn


def words(marker):
    return code.codes(marker, "fibre") | {f"OTHER{name}": text for name, text in enumerated(marker)}


def enumerated(marker):
    return [(f"{number:02d}", text) for number, text in enumerate(marker.python_attacks("fibre").values())]


def test_a_formula_runs_no_code():
    effect = markers.runs(lambda formula: solution.amount(formula, {"fibre": 3}), words)
    others = [f"OTHER{name}" for name, _ in enumerated(markers.new())]
    search.attack("the formula", in_turn(code.formulas("fibre"), others), effect, tries=200)
