import builtins
import keyword

from harness import Remote, attempt, exploit_if, solution, text, type_names
from probes import markers, search
from probes.grammars import code, evasions, formulas, literals, placeholders, spellings
from probes.grammars.ranked import in_turn

ROW = ["Bern", "12", "0.25"]
FIND = {"name": "Find", "of": None, "about": "Stones.", "fields": [["place", "str", "x", ""], ["count", "int", 3, "pcs"], ["weight", "float", 0.5, "g"]]}


def words(marker):
    return literals.words(marker) | code.codes(marker, "self")


def kind(name="Rock", of=None, about="Hard.", fields=(("colour", "str", "red", ""),)):
    return {"name": name, "of": of, "about": about, "fields": [list(field) for field in fields]}


def used(*descriptions, row=()):
    """The texts of objects of these kinds, made and read; `row` is for the fields of each, behind those of `Find` where it is of that."""
    kinds, shown = solution.Kinds(), []
    attempt(kinds.add, FIND)
    for description in descriptions:
        made = attempt(kinds.add, description)
        if made.returned:
            shown.append(attempt(lambda: text(made.value())).value if isinstance(made.value, Remote) else None)
            given = [*(ROW if description["of"] == "Find" else ()), *(row or [""] * len(description["fields"]))]
            shown.append(attempt(lambda: text(kinds.read(description["name"], given))).value)
    return [one for one in shown if isinstance(one, str)]


def is_there(kinds, name):
    """Whether objects of a kind can be read; what comes in place of an exception is none."""
    for count in (1, 2, 4):
        read = attempt(kinds.read, name, [""] * count)
        if isinstance(read.value, Remote) and not type_names(read.value)[0].endswith("Error"):
            return True
    return False


def attack(what, candidates, use, tries):
    search.attack(what, candidates, markers.runs(use, words), tries)


def names(ordinary):
    """What may stand in the place of a name."""
    forms = ("N(object): CODE\nclass M", "N:\n    CODE\nclass N", "N:CODE;x=0\nclass N", "N, x=CODE", "N=CODE, x", "N: CODE", "N): CODE\n    def f(self, N", "N:CODE=1, x", "N=1, *, x=CODE, y",
        "N = self.x if CODE else 0 #", "x=CODE)#", "object, metaclass=CODE", "object if CODE else object", "object), (CODE", "(CODE, object)[1]", "N=CODE)#", "__init__.x = CODE", "N\n", "N\nCODE#")
    made = [form.replace("N", ordinary).replace("M", "Other") for form in forms]
    yield from in_turn(made, literals.names(ordinary), literals.texts(ordinary), (other for one in made[:4] for other in evasions.evading(one)),
        (one.replace("CODE", "EXPR_SIGNS") for one in made), ("EXPR_PLAIN", "EXPR_TUPLE", "EXPR_HIDDEN", "EXPR_EVAL"))


def test_a_name_runs_no_code():
    """Of a kind, of a field of a kind with and without a base, as the first and a further one, and of what a kind is."""
    def use(name):
        field, further = (name, "str", "red", "x"), (("size", "int", 1, ""), (name, "float", 0.5, "g"))
        used(kind(name), kind(fields=(field,)), kind("Ore", "Find", fields=further), kind("Gold", name), kind(f"Of{name}", "Find", fields=()), kind("Tin", "Ore", fields=()))

    attack("the name", in_turn(names("Rock"), names("Find"), names("colour")), use, 90)


#: Names that a field may have, and that are looked up where a class is made, or where its types are worked out.
LOOKED_UP = ("int", "str", "float", "type", "object", "list", "dict", "self", "cls", "name", "of", "about", "fields", "row", "value", "tuple", "super", "property", "print", "len", "zip", "isinstance", "getattr", "setattr", "Kinds", "typing", "dataclass", "field", "Any", "Optional")


def test_a_default_runs_no_code_whatever_its_field_is_called():
    """A field that is called like a type may be found in its place, and its default worked out."""
    def use(pair):
        name, given = pair
        first, second = (name, "str", given, ""), (("x", "int", 1, ""), ("y", "str", given, ""), ("z", "float", 0.5, ""))
        used(kind(fields=(first, *second)), kind("Ore", "Find", fields=(*second, first)), kind("Tin", "Ore", given, (("tin", "str", given, given),)), kind("Gold", None, given, (first,)), row=[given] * 4)

    own = [name for name in (*evasions.names(), *evasions.functions()) if name.isascii() and name.isidentifier() and not name.startswith("_") and not keyword.iskeyword(name)]
    codes = ("CODE", "EXPR_PLAIN", "(CODE)", "EXPR_TUPLE", "{CODE}", "{EXPR_PLAIN}")
    names_of_it = list(dict.fromkeys([*LOOKED_UP, *own]))
    pairs = in_turn([(name, "CODE") for name in names_of_it], [(name, given) for given in codes[1:] for name in LOOKED_UP[:3]])
    attack("the name of a field, and its default", pairs, use, 60)


def test_a_text_about_a_kind_runs_no_code():
    behind = (other for quote in ('"""', "'''", '"', "'") for other in evasions.evading(f"Stones{quote};CODE#"))
    texts = in_turn(literals.texts("Stones"), behind, literals.within("Stones"))
    attack("the text", texts, lambda about: used(kind(about=about)), 60)


def test_a_unit_runs_no_code():
    texts = in_turn(literals.within("g"), literals.texts("g"), ("{self.place.__class__}", "{EXPR_PLAIN}", "{self}{EXPR_PLAIN}", "}{EXPR_PLAIN}{self", "{{EXPR_PLAIN}}", "{EXPR_TUPLE}", "{EXPR_HIDDEN!r}"))
    attack("the unit", texts, lambda unit: used(kind(of="Find", fields=(("colour", "str", "red", unit), ("size", "float", 1.5, unit)))), 60)


def test_a_comment_in_a_list_runs_no_code():
    """Of a unit, a text or a default, behind one of several parameters, elements or statements."""
    def use(given):
        fields = (("colour", "str", given, given), ("size", "float", 1.5, given), ("count", "int", 1, ""))
        used(kind(about=given, fields=fields), kind("Ore", "Find", given, (("hue", "str", "x", given),)), kind("Gem", None, "x", (("last", "int", 1, given),)), kind("Tin", None, given, ()))

    attack("the text", literals.in_lists("g"), use, 44)


def test_a_number_without_a_literal_is_the_value_that_stands_there():
    """JSON has infinity and NaN, which Python writes as names: of another kind, or of a field, they are not."""
    strange = (float("inf"), -float("inf"), float("nan"), 1e22, -0.0, 10**30, True)

    def shown(kinds, name):
        described = kind(name, None, fields=(("size", "float", strange[0], "g"), ("low", "float", strange[1], ""), ("rest", "float", strange[2], "")))
        found = [attempt(lambda: text(made())).value for made in [attempt(kinds.add, described).value] if isinstance(made, Remote)]
        found.append(attempt(lambda: text(kinds.read(name, ["", "", ""]))).value)
        for number, value in enumerate(strange):
            one = attempt(kinds.add, kind(f"{name}{number}", None, fields=(("size", "int" if type(value) is int else "float", value, ""),))).value
            found.append(attempt(lambda: text(one())).value if isinstance(one, Remote) else None)
        return [one if isinstance(one, str) else None for one in found]

    plain = shown(solution.Kinds(), "Later")

    def found(name):
        kinds = solution.Kinds()
        attempt(kinds.add, kind(name, fields=(("x", "int", 1, ""),)))
        now = shown(kinds, "Later")
        if now != plain:
            return f"a later kind is shown as {now}, and without this one as {plain}"
        for one, other in ((name, "size"), ("size", name)):
            made = attempt(kinds.add, kind(f"Ore_{one}", None, fields=((one, "float", 0.5, ""), (other, "float", strange[0], ""), ("low", "float", strange[2], "")))).value
            told = attempt(lambda: text(made())).value if isinstance(made, Remote) else None
            if isinstance(told, str) and told != f"Ore_{one}: {one}=0.5, {other}=inf, low=nan":
                return f"a kind with this field is shown as {told}"
        return None

    known = ("inf", "nan", "Infinity", "NaN", "infinity", "math", "float", "Decimal", "INF", "NAN", "numpy", "e", "null", "true")
    own = [name for name in (*evasions.names(), *evasions.functions()) if name.isascii() and name.isidentifier() and not name.startswith("_") and not keyword.iskeyword(name)]
    search.attack("the kind", in_turn(known, own), found, 18, shrink=0)


def test_a_default_runs_no_code():
    """A text, also in the place of a number."""
    def use(default):
        used(kind(fields=(("colour", "str", default, "x"),)), kind("Ore", fields=(("size", "int", default, ""), ("weight", "float", default, ""))))

    attack("the default", in_turn(literals.texts("red"), literals.within("red"), ("CODE", "EXPR_PLAIN", "EXPR_TUPLE", "EXPR_HIDDEN")), use, 60)


def test_a_type_runs_no_code():
    """What it makes of the text in a row, too, and of the default."""
    kinds = ("eval", "exec", "builtins.eval", "__import__", "compile", "print or eval", "lambda x: CODE", "CODE or str", "str if CODE else int", "str) or CODE or (str", "str\nCODE", "str, CODE",
        "int or CODE", "os.system", "subprocess.getoutput", "__import__('os').system", "str.__class__", "str and eval", "getattr(__builtins__, 'eval')", "[eval][0]", "eval#", "float.eval", "breakpoint", "EXPR_SIGNS",
        "Kinds", "typing.ForwardRef", "importlib.import_module", "runpy.run_path", "pickle.loads", "open")
    run = ["EXPR_PLAIN", "EXPR_PLAIN", "EXPR_PLAIN"]

    def use(pair):
        name, row = pair[0], list(pair[1:])
        used(kind(fields=(("a", name, row[0], ""), ("b", "str", "x", ""), ("c", name, 1, ""))), kind("Ore", "Find", fields=(("a", "str", "x", ""), ("b", name, "y", ""), ("c", name, 0.5, ""))), row=row)

    several = in_turn(kinds, evasions.names(), names("str"), evasions.evading("eval"))
    attack("the type", ((one, *run) if "system" not in one and "getoutput" not in one else (one, "CMD", "CMD", "CMD") for one in several), use, 48)


def test_a_value_of_a_row_runs_no_code():
    def use(value):
        kinds = solution.Kinds()
        attempt(kinds.add, FIND)
        for row in ([value, "1", "2"], ["x", value, "1"], ["x", "1", value]):
            attempt(lambda: text(kinds.read("Find", row)))

    attack("the value", in_turn(literals.within("1"), ("EXPR_PLAIN", "EXPR_TUPLE", "EXPR_HIDDEN", "EXPR_EVAL", "EXPR_SIGNS", "1;CODE", "[CODE]", "1 if CODE else 2"), literals.texts("x"), evasions.evading("EXPR_PLAIN")), use, 50)


def test_two_texts_run_no_code_together():
    def use(pair):
        one, other = pair
        used(kind(about=one, fields=(("colour", "str", other, one), ("size", "float", 1.5, other))), kind("Ore", None, other, (("x", "str", one, other), ("y", "str", other, one))), row=[one, other])
        used(*(kind(f"Rock{number}", None, about, (("colour", "str", default, unit),)) for number, (about, default, unit) in enumerate(((one, other, ""), (one, "x", other), ("x", one, other)))))

    attack("the texts", in_turn(literals.pairs("Stones"), literals.marks("Stones")), use, 50)


#: What the parts of a description are called, and so the fields of templates for them.
PARTS = ("name", "kind", "unit", "value", "about", "field", "cls", "type", "default", "fields", "text", "sheet")


def test_units_and_texts_are_shown_as_they_are():
    def found(given):
        shown = used(kind(about=given, fields=(("colour", "str", given, ""), ("size", "float", 1.5, given))), row=[given, "12"])
        wrong = [one for one in shown if one not in (f"Rock: colour={given}, size=1.5 {given}", f"Rock: colour={given}, size=12.0 {given}")]
        # A kind that is called like a field, fields that are called like parts of a description, and units in front of others.
        first = (("size", "float", 1.5, given), *((part, "str", "x", given) for part in PARTS))
        ends = ", ".join(f"{name}={default} {unit}" for name, _, default, unit in first)
        described = kind("size", None, given, first), kind("Ore", "size", given, (("further", "int", 1, given),))
        wrong += [one for one in used(*described) if one not in (f"size: {ends}", f"Ore: {ends}, further=1 {given}")]
        return f"it is filled in: {wrong[0]!r:.80}" if wrong else None

    written = [f"{before}{one}{behind}" for one in placeholders.own() for before, behind in (("", ""), ("{", "}"))]
    fields = ("{size}", "{self.size}", "{self}", "{0}", "{}", "{self.__class__}", "{0.__class__}", "%(size)s", "%s", "${size}", "$size", "{{size}}", "{colour}", "{name}", "{unit}", "{value}", "{type(self)}", "{1+1}", "{self.size!r}",
        "%d", "\\x41", "\\n", "{0.__init__.__globals__}", "{self.__dict__}", "{field}", "\\g<0>", "\\1", "{cls}", "{sheet}", "{self:>9}", "{size:9}", "%%", "{{}}", "}}", "\\u0041", "\\\\")
    search.attack("the unit", in_turn(fields, written, (f"g {one}" for one in placeholders.own())), found, 72, shrink=0)


def test_a_default_or_value_is_not_worked_out():
    """Numbers that only arithmetic gives."""
    def found(pair):
        formula, number = pair
        shown = used(kind(fields=(("size", "float", formula, ""),)), kind("Ore", fields=(("colour", "str", formula, ""),)))
        kinds = solution.Kinds()
        attempt(kinds.add, FIND)
        shown += [attempt(lambda: text(kinds.read("Find", row))).value for row in (["", formula, ""], ["", "", formula])]
        forms = [form.format(one) for one in (number, float(number)) for form in ("Rock: size={}", "Ore: colour={}", "Find: place=x, count=3 pcs, weight={} g")]
        forms.append(f"Find: place=x, count={int(number)} pcs, weight=0.5 g")
        wrong = [one for one in shown if one in forms]
        return f"it is worked out: {wrong[0]!r:.80}" if wrong else None

    several = in_turn(formulas.beyond("place", "count").items(), (("40+31", 71), ("71 if 1 else 2", 71), ("'7'+'1'", 71), ("(71)", 71), ("[71][0]", 71)), (pair for pair in formulas.literals().items() if pair[0][1:2] == "x" or "#" in pair[0] or "b" in pair[0]))
    search.attack("the value", ((formula, number) for formula, number in several if not plain(formula)), found, 44, shrink=0)


def plain(formula):
    try:
        float(formula)
    except ValueError:
        return False
    return True


def test_a_kind_is_of_a_kind_of_its_club():
    """Not of a built-in class, of one of the program, of one of another club, or one that was refused."""
    other, kinds = solution.Kinds(), solution.Kinds()
    other.add(kind("Gem"))
    kinds.add(FIND)
    attempt(kinds.add, kind("Ash", "nothing"))
    attempt(kinds.add, kind("Dust", None, fields=(("a", "file", "x", ""),)))
    attempt(kinds.add, kind("Mud", None, fields=(("a b", "str", "x", ""),)))
    own, tried = [name for name in dir(builtins) if not name.startswith("_")], []

    def found(of):
        number = len(tried)
        tried.append(of)
        attempt(kinds.add, kind(f"Rock{number}", of))
        return f"a kind of {of!r} was made" if is_there(kinds, f"Rock{number}") else None

    strange = ("Gem", "Ash", "Dust", "Mud", "", "object", "find", "Find ", "Find\n", "Find, object", "Find.mro", " Find", "Rock", "None", "Find()", "type(Find)", "solution.Kinds", "self", "\uff26ind", "Find or x", "(Find)", "__builtins__", "0", "Find#")
    search.attack("of", in_turn(strange, evasions.names(), own), found, 90, shrink=0)


def test_names_are_made_of_what_is_described():
    def found(name):
        kinds = solution.Kinds()
        attempt(kinds.add, kind(name))
        if is_there(kinds, name):
            return "there is a kind of this name"
        attempt(kinds.add, kind("Ore", fields=((name, "str", "x", ""),)))
        return "there is a field of this name" if is_there(kinds, "Ore") else None

    strange = ("Rock\n", "R\u00f6ck", "\uff32ock", "_Rock", "__init__", "__class__", "9a", "", " ", "Rock ", "a.b", "a-b", "a b", "a,b", "a=1", "__str__", "__reduce__", "a\0", "R\u0661", "\u212bx", "a\u00b7b", "*a", "a:int", "a#", "\u00aa", "R\u00b2", "Rock\r", "\ufeffRock", "R\u0301")
    search.attack("the name", in_turn(strange, spellings.foreign("Rock")), found, 72, shrink=0)


def test_types_are_those_that_are_described():
    strange = ["bool", "object", "type", "list", "bytes", "Str", "str ", " int", "int\n", "", "complex", "float64", "None", "Kinds", "str|int", "builtins.int", "\uff49nt", "dict", "in", "string"]

    def found(name):
        kinds = solution.Kinds()
        attempt(kinds.add, kind(fields=(("a", name, "1", ""),)))
        return "it is a type of a field" if is_there(kinds, "Rock") else None

    search.attack("the type", in_turn(strange, [name for name in dir(builtins) if name not in ("str", "int", "float", "input", "breakpoint") and not name.endswith(("Error", "Warning"))][:60]), found, 60, shrink=0)


def test_no_kind_takes_the_place_of_something_else():
    """Of the built-in functions, and of what the program gives a name to; a right one may refuse it as well."""
    kept = solution.Kinds()
    kept.add(FIND)
    first = kept.add(kind("Rock", "Find"))
    before = (text(first()), text(kept.read("Rock", [*ROW, "blue"])))

    def found(name):
        attempt(solution.Kinds().add, kind(name, fields=((name, "str", "x", ""), ("x", "int", 1, ""))))
        attempt(kept.add, kind(name, "Rock", fields=()))
        # Another name each time, which nobody has.
        later = f"Later_{len(name)}_{name}"
        attempt(kept.add, kind(later, "Find", fields=(("colour", "str", "red", ""), ("size", "float", 1.5, "g"), ("of", "int", 2, ""))))
        last = attempt(lambda: text(kept.read(later, [*ROW, "blue", "2", ""]))).value
        if last != f"{later}: place=Bern, count=12 pcs, weight=0.25 g, colour=blue, size=2.0 g, of=2":
            return f"a later kind is shown as {last}"
        fresh = solution.Kinds()
        made = attempt(fresh.add, FIND)
        now = (attempt(lambda: text(first())).value, attempt(lambda: text(kept.read("Rock", [*ROW, "blue"]))).value)
        again = attempt(lambda: text(fresh.read("Find", ROW))).value
        if now != before or not made.returned or again != "Find: place=Bern, count=12 pcs, weight=0.25 g":
            return f"another kind is shown as {now if now != before else again} then"
        return None

    own = [name for name in (*evasions.names(), *evasions.functions()) if name.isascii() and name.isidentifier() and not name.startswith("_")]
    known = [name for name in dir(builtins) if name[0].islower()]
    search.attack("the kind", in_turn(("int", "str", "Kinds", "float", "object", "type", "len"), own, known), lambda name: None if keyword.iskeyword(name) else found(name), 28, shrink=0)
    exploit_if(not attempt(solution.Kinds).returned, "the class of the program is gone")
