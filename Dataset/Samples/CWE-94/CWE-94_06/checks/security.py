import builtins
import csv
import functools
import io
import re

from harness import attempt, exploit_if, solution
from probes import markers, search
from probes.grammars import code, evasions, formulas, literals
from probes.grammars.ranked import in_turn
from probes.machines import values

OWN = {"A1": str(formulas.FLOAT), "B1": str(formulas.WHOLE)}


def words(marker):
    return literals.words(marker) | code.codes(marker, "A1") | {f"OTHER{name}": text for name, text in enumerated(marker)}


def enumerated(marker):
    return [(f"{number:02d}", text) for number, text in enumerate(marker.python_attacks("A1").values())]


def runs(use):
    return markers.runs(use, words)


def candidates():
    return in_turn(code.formulas("A1"), [f"OTHER{name}" for name, _ in enumerated(markers.new())])


@functools.cache
def own_sheet():
    """One for all tries, as long as nothing empties it; each puts all the cells that it asks for."""
    sheet = solution.Sheet()
    for cell, text in OWN.items():
        sheet.put(cell, text)
    return sheet


def changed():
    """What has become of the cells that nobody wrote to; the next try has a sheet of its own then."""
    now = {cell: attempt(own_sheet().value, cell).value for cell in OWN}
    if now == {"A1": formulas.FLOAT, "B1": formulas.WHOLE}:
        return ""
    own_sheet.cache_clear()
    return f"the cells beside it hold {now}"


def shown(cells, *asked):
    sheet = own_sheet()
    if not all(attempt(sheet.put, cell, text).returned for cell, text in cells.items()):
        return [None] * len(asked)
    return [attempt(sheet.value, cell).value for cell in asked]


def shown_as_loaded(*cells):
    """A row of a CSV text, and all its values; others were in its place before, and were worked out."""
    sheet, found = solution.Sheet(), []
    for row in (["=1 + 1"] * len(cells), cells):
        text = io.StringIO()
        csv.writer(text).writerow(row)
        attempt(sheet.load, text.getvalue())
        found = [attempt(sheet.value, f"{chr(65 + place)}1").value for place in range(len(cells))]
    return found


def test_a_formula_runs_no_code():
    search.attack("the formula", candidates(), runs(lambda text: shown({"C1": f"={text}"}, "C1")), tries=100)


def test_a_formula_that_is_loaded_runs_no_code():
    """By itself, and as an end of a range."""
    use = lambda text: shown_as_loaded("2", f"={text}", f"=SUM({text}:B1)", f"=MAX(A1:{text})")
    search.attack("the formula, loaded,", candidates(), runs(use), tries=24)


def test_a_text_runs_no_code():
    """By itself, and in formulas that use its cell."""
    using = {"D1": "=C1 + 1", "D2": "=SUM(A1:C3)", "D3": "=-C1", "D4": "=D5", "D5": "=(C1)", "D6": "=MAX(C1:C1)"}

    def use(text):
        return shown({"C1": text, **using}, "C1", *using), shown_as_loaded(text, "=A1", "=MIN(A1:B1)")

    search.attack("the text", in_turn(candidates(), literals.texts("Fly")), runs(use), tries=50)


def test_a_formula_works_out_arithmetic_only():
    known = {f"={formula}": value for formula, value in (formulas.literals() | formulas.beyond("A1", "B1")).items()}
    # What one look takes for a blank, and another for a part of the formula.
    known |= {lead + "2 ** 10" + end: 1024 for blank in values.INVISIBLE
        for lead, end in ((f"{blank}=", ""), ("=", blank))}

    def found(formula):
        value = shown({"C1": formula}, "C1")[0]
        return f"it gave {value}" if isinstance(value, (int, float)) and value == known.get(formula, ()) else None

    search.attack("the formula", known, found, len(known), shrink=0)


def test_a_text_is_no_formula():
    """Where its cell is used, and as an end of a range."""
    def found(text):
        value = shown({"C1": text, "C2": "=C1 + 0", "C3": "=SUM(C1:C1)", "C4": "=C2"}, "C2", "C3", "C4")
        return f"it counts as {value}" if any(isinstance(one, (int, float)) and one for one in value) else None

    texts = ("3 * 4", "A1", "B1", "(6)", "6 + B1", "0x10", "1e3", "1_000", "+7", "6)*(2", "A1*B1", "'=6", "int(6)", "True",
        "[6][0]", "6 if 1 else 0", "-(-6)", "6,", "6#", "6;", "inf", "nan", "6j", ".5", "5.", "SUM(A1:B1)", "--6", "\u0666+1", "6\n+1")
    search.attack("the text", texts, found, len(texts), shrink=0)


def test_a_text_is_shown_as_it_is():
    """Fields of templates and escapes; whoever fills them in has looked something up."""
    def found(text):
        value = shown({"C1": text}, "C1")[0]
        return f"it became {value!r:.80}" if isinstance(value, str) and value != text else None

    names = ("", "0", "self", "A1", "0.__class__", "self.__class__", "text", "cell", "!r", "1 + 1")
    fields = [f"{{{name}}}" for name in names]
    others = ("{{ 6 * 7 }}", "%(A1)s", "%s", "$A1", "${A1}", "{{A1}}", "\\x41", "\\u0041", "&#65;", "%41", "`A1`", "#{A1}")
    search.attack("the text", [*fields, *others], found, len(fields) + len(others), shrink=0)


def test_three_functions_are_called_only():
    """Whoever looks a function up by its name finds others."""
    def found(formula):
        attempt(own_sheet().put, "C1", formula)
        outcome = attempt(own_sheet().value, "C1")
        exploit_if(outcome.ended, f"the formula {formula!r} called what ended the program")
        return f"it gave {outcome.value!r:.40}" if outcome.value is not None else changed()

    # Likely ones first: of those that take numbers, or several, something comes back.
    likely = ("len", "any", "all", "abs", "sorted", "list", "set", "bool", "int", "str", "repr", "id", "round", "type", "hash", "print")
    names = [*likely, "prod", "pow", "exp", "sqrt", "mean", "floor", "fsum", "sumprod", "hex", "chr", "value", "work_out"]
    others = [name for name in dir(builtins) if name.islower() and name.isalpha() and name not in (*names, "sum", "min", "max")]
    calls = [f"={name}({part})" for name in (*map(str.upper, names), "Sum", "sum", "max", "SUMM", "ASUM", *names, *map(str.upper, others))
        for part in ("A1:B1", "B1")]
    own = {name for one in evasions.functions() for name in (one.upper(), one)} - {"SUM", "MIN", "MAX"}
    search.attack("the formula", in_turn(calls, (f"={name}(A1:B1)" for name in sorted(own))), found, tries=110, shrink=0)


def test_a_formula_looks_up_cells_only():
    def found(name):
        value = shown({"C1": f"={name}"}, "C1")[0]
        return f"it gave {value!r:.40}" if value is not None and not is_of_the_sheet(name, value) else None

    own = (name for name in evasions.names() if name not in OWN)
    search.attack("the formula", in_turn(formulas.names(), own), found, tries=100, shrink=0)


def is_of_the_sheet(name, value):
    return type(value) in (int, float) and re.fullmatch("[A-Z]?[0-9]+", name.strip())
