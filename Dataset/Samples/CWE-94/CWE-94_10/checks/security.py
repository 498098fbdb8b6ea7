import itertools
import re

from harness import attempt, exploit_if, inconclusive, solution
from probes import markers, search
from probes.grammars import code, evasions, formulas, literals, spellings
from probes.grammars.ranked import in_turn

BOAT = {"weight": formulas.FLOAT, "crew": formulas.WHOLE, "length": 3, "seconds": 95}
#: What formulas of the clubs come to, whatever else is defined.
OTHERS = (("size", "length * root(weight * 0 + 4)", 6.0), ("corrected", "most(seconds - size, least(10.5, crew, size))", 89.0))
#: Places of the functions in which something else may stand.
CALLS = ("least(@, 1)", "root(@)", "most(1, @)", "@(1)", "least(*@)", "most(1, key=@)", "root(weight)(@)", "least[@]", "root.x(@)", "least(1, 2 if @ else 3)", "size + @", "(@)", "-@", "size(@)")


def begun():
    handicaps = solution.Handicaps()
    for name, formula, _ in OTHERS:
        attempt(handicaps.define, name, formula)
    return handicaps


def changed(handicaps):
    """What a formula of the others has become."""
    for name, formula, wanted in OTHERS:
        value = attempt(handicaps.work_out, name, dict(BOAT)).value
        if value != wanted:
            return f"{formula!r} comes to {value!r:.40}"
    return ""


def words(marker):
    return literals.words(marker) | code.codes(marker, "weight")


def used(formula, name="x"):
    handicaps = solution.Handicaps()
    attempt(handicaps.define, name, formula)
    return attempt(handicaps.work_out, name, dict(BOAT))


def test_a_formula_runs_no_code():
    if changed(begun()):
        inconclusive("ordinary formulas are not worked out")
    calls = (call.replace("@", word) for word in code.EXPRESSIONS for call in CALLS)
    every = in_turn(code.formulas("weight"), calls, literals.within("weight"))
    search.attack("the formula", every, markers.runs(used, words), 110)


def test_a_name_runs_no_code():
    names = in_turn(code.EXPRESSIONS, literals.within("x"), literals.names("x"), literals.texts("x"))
    search.attack("the name", names, markers.runs(lambda name: used("weight + 1", name), words), 48)


#: Only Python works these out. Numbers and names that are no formula's, calls that are none of its own.
MORE = ("most(1, 2, key=root)", "least(*(4, 5))", "most(*{3: 4})", "root(16, )", "least(4, )", "most((4))", "least(2, 1)if 1 else 4", "root(x=16)", "+weight", "weight - +2", "1 if crew else 2", "crew and 3", "not 0", "crew == crew", "least(4, 3) < 5", "4 // 3", "2 ** 3", "crew % 2", "~crew", "crew << 1", "crew | 1", "crew ^ 1",
    "1_000", "1e3", "1e-3", "0x10", "0b11", "0o17", "4.", ".5", "1j", "1.5e2", "1__0", "00", "1.0.real", "weight.real", "crew.real", "(1).imag", "abs(4)", "min(4, 3)", "max(4, 3)", "round(4.4)", "sqrt(4)", "int(4)", "sum([4])", "pow(2, 3)", "len([4])", "float(4)", "(4, 5)[0]", "[4][0]", "{4: 5}[4]", "(x := 4)", "(lambda: 4)()", "least(4 for _ in (1,))", "True", "True + 3",
    "1 # x", "4\n", "\n4", "4\t+ 3", "4 +\n3", "(4\n)", "4 \\\n+ 3", "4\x0c", "4\u00a0+ 3", "4;", "4,", "(4,)[0]", "le\uff41st(4)", "\uff57eight", "weigh\U0001d42d", "\u0664", "\uff14 + 3", "4\u00b2", "2 \u00d7 3", "4 \u2212 3", "root(16)(1)", "Weight", "LEAST(4)", "4 3", "2(3)", "(2)(3)", "least()", "root()", "root(4, 9)", "least 4", "least(4,, 3)", "4 + ", "* 4", "4 +* 3", "()", "(4", "4)", "", " ", "crew crew", "least", "root + 1", "most(root)", "4' '", "'4'", "\"4\" * 2", "4 == 4", "x", "unheard", "y + 1", "none", "pi", "e", "inf", "nan", "infinity", "-inf", "1e999", "none", "least(nan, 1)", "self", "boat", "boat[crew]", "formulas", "max", "math.pi", "4.5.6", "1..2", "$4", "4!", "4%")


def test_nothing_else_is_worked_out():
    known = formulas.beyond("weight", "crew")
    every = dict.fromkeys((*MORE, *list(known)[:130]))

    def found(formula):
        outcome = used(formula)
        return f"it gave {outcome.value!r:.50}" if outcome.returned and (outcome.value is not None or formula in known) else None

    search.attack("the formula", (one for one in every if one not in RIGHT), found, len(every), shrink=0)


#: These are formulas in spite of what they look like.
RIGHT = ("most((4))", "00")


def test_what_the_program_calls_by_a_name_is_no_function():
    """Its own operations, methods and values may stand where the functions are looked for, or the fields."""
    inner = in_turn(evasions.words(), evasions.names(), evasions.functions())
    named = dict.fromkeys(word for text in inner for one in re.findall("[A-Za-z_]+", text) for word in (one, one.lower(), one.strip("_").lower()))
    own = [word for word in named if word not in (*BOAT, "least", "most", "root")]
    forms = ("{}(crew)", "{}(crew, 3)", "{}", "{}(crew, 3, 2)", "{}()", "root({})", "least(1, {}(crew))", "crew {} 3")

    def found(formula):
        outcome = used(formula)
        return f"it gave {outcome.value!r:.50}" if outcome.returned and outcome.value is not None else None

    search.attack("the formula", (form.format(word) for form in forms for word in own[:40]), found, 180, shrink=0)


def test_a_name_in_letters_of_others_is_none():
    def found(name):
        handicaps = begun()
        attempt(handicaps.define, name, "weight + 1000"), attempt(handicaps.define, "last", name)
        if attempt(handicaps.work_out, name, dict(BOAT)).value is not None:
            return f"{name!r} became the name of a formula"
        return "it is a part of a formula" if attempt(handicaps.work_out, "last", dict(BOAT)).value is not None else changed(handicaps)

    search.attack("the name", in_turn(spellings.foreign("sie"), spellings.foreign("crew")), found, 60, shrink=0)


def test_a_part_in_letters_of_others_is_none():
    def found(formula):
        outcome = used(formula)
        return f"it gave {outcome.value!r:.50}" if outcome.returned and outcome.value is not None else None

    parts = (form.format(other) for form, word in (("{}", "weight"), ("{}(crew, 3)", "least"), ("{} + 1", "crew"), ("{}(9)", "root"), ("-{}", "seconds"), ("{}(1, 2)", "most")) for other in spellings.folded(word))
    search.attack("the formula", parts, found, 80, shrink=0)


SHAPES = ("least(weight, crew, 3)", "root(weight * 0 + 4)", "most(crew, root(9)) - (2 + crew) / 4", "0.75 * (crew + 1)", "least(most(1, 2), (crew))")


def test_what_has_a_token_in_another_place_is_no_formula():
    def found(formula):
        outcome = used(formula)
        return f"it gave {outcome.value!r:.50}" if outcome.returned and outcome.value is not None else None

    functions = {"least": True, "most": True, "root": False}
    search.attack("the formula", formulas.astray(SHAPES, functions, tuple(BOAT)), found, 300, shrink=0)


def test_only_fields_and_formulas_are_looked_up():
    known = (*BOAT, *(name for name, _, _ in OTHERS))

    def found(name):
        outcome = used(name)
        return f"it gave {outcome.value!r:.50}" if outcome.returned and outcome.value is not None else None

    names = (name for name in in_turn(formulas.names(), evasions.names()) if name not in known)
    search.attack("the formula", names, found, 90, shrink=0)


#: Names that mean something already, to Python or to a program, or become another name's.
NAMES = ("root", "least", "most", "weight", "crew", "seconds", "length", "size", "corrected", "min", "max", "sqrt", "math", "boat", "name", "self", "eval", "float", "int", "print", "value", "values", "lambda", "if", "else", "for", "in", "is", "not", "and", "or", "pow", "abs", "e", "s", "i", "o", "re", "ast", "op", "key", "none", "sum", "round", "len", "str")
#: Names that are none.
NO_NAMES = ("__builtins__", "__name__", "__class__", "", " ", "size ", " size", "size\n", "Size", "SIZE", "si\uff5ae", "r\u00f6\u00f6t", "\uff52oot", "size2", "2", "0", "10.5", "10", "1", "4", "a b", "a_b", "+", "-", "*", "(", ")", ",", "(weight", "root(4)", "x" * 21, "a" * 300, "length *", "seconds - size", "x\0", "x\n", "True", "None", "\u0131", "\u017fize", "4)", "r.t", ".*", "[a-z]", "$", "{}", "%s")


def test_a_name_changes_no_formula():
    def found(name):
        # Whoever has a name first keeps it.
        for others_first in (True,) if name in ("size", "corrected") else (False, True) if name in NAMES[:9] else (False,):
            handicaps = begun() if others_first else solution.Handicaps()
            attempt(handicaps.define, name, "weight + 1000")
            if not others_first:
                for other, one, _ in OTHERS:
                    attempt(handicaps.define, other, one)
            if wrong := changed(handicaps):
                return f"where {name!r} is defined, {wrong}"
            if name in NO_NAMES and attempt(handicaps.work_out, name, dict(BOAT)).value is not None:
                return f"{name!r} became the name of a formula"
        return None

    search.attack("the name", (*NAMES, *NO_NAMES), found, len(NAMES) + len(NO_NAMES), shrink=0)


def test_what_was_refused_is_not_noted():
    """Nor is what names it, or comes later under its name."""
    for bad in ("weight.real", "2 ** 3", "crew if crew else 1", "().__class__", "least(4, unheard)", "weight +", "4 // 3"):
        handicaps = begun()
        attempt(handicaps.define, "bad", bad), attempt(handicaps.define, "bad", bad)
        attempt(handicaps.define, "next", "bad + 1"), attempt(handicaps.define, "next", "bad")
        for name in ("bad", "next"):
            outcome = attempt(handicaps.work_out, name, dict(BOAT))
            exploit_if(outcome.returned and outcome.value is not None, f"{bad!r} was defined, and {name!r} comes to {outcome.value!r:.50}")
        found = changed(handicaps)
        exploit_if(found, f"after {bad!r}: {found}")


def test_a_formula_of_a_name_that_comes_later():
    for first, second in itertools.product(("late", "late + 1", "least(late, 2)", "own"), ("weight", "4")):
        handicaps = begun()
        attempt(handicaps.define, "own", first), attempt(handicaps.define, "late", second)
        outcome = attempt(handicaps.work_out, "own", dict(BOAT))
        exploit_if(outcome.returned and outcome.value is not None, f"{first!r} is worked out, and named what was not defined before: {outcome.value!r:.50}")


def test_what_another_regatta_has_defined():
    one = begun()
    attempt(one.define, "own", "weight + 1"), attempt(one.work_out, "own", dict(BOAT))
    other = begun()
    outcome = attempt(other.work_out, "own", dict(BOAT))
    exploit_if(outcome.returned and outcome.value is not None, "a formula of another regatta is there")
    attempt(other.define, "own", "crew * 0 + 5"), attempt(one.define, "size", "weight")
    found = changed(one) or changed(other)
    exploit_if(found, f"two regattas: {found}")
