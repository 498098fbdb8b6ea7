import ast

from harness import attempt, solution, testify
from probes import markers, search
from probes.grammars import literals

#: A board imports what is not refused.
BOARD = """
try:
    exec(compile(source.encode("utf-8", "replace"), "settings", "exec"), {"__name__": "settings"})
except BaseException:
    pass
result = None
"""

CONSTANT = """
board = {}
try:
    exec(compile(source.encode("utf-8", "replace"), "settings", "exec"), board)
except BaseException:
    pass
result = board.get("SHEETS")
result = result if type(result) is int else None
"""


def imported(club, *entries):
    settings = solution.Settings(club)
    for entry in entries:
        attempt(settings.put, *entry)
    source = settings.source()
    if not is_harmless(source):
        testify(BOARD, source=source)


def is_harmless(source):
    """Is there nothing but texts, and constants with plain values? Then no board has to show what it does."""
    try:
        # A board reads a file, whose first lines may name an encoding.
        for line in ast.parse(source.encode("utf-8", "replace")).body:
            ast.literal_eval(line.value)
            if not isinstance(line, (ast.Expr, ast.Assign)) or not all(
                isinstance(name, ast.Name) for name in getattr(line, "targets", ())
            ):
                return False
    except (SyntaxError, ValueError, AttributeError, RecursionError, MemoryError):
        return False
    return True


def attack(what, candidates, use, tries):
    search.attack(what, candidates, markers.runs(use, literals.words), tries)


def test_the_name_of_a_club_is_no_code():
    attack("the club", literals.texts("Stones"), lambda club: imported(club, ("SHEETS", 4, "a")), 110)


def test_a_string_is_no_code():
    attack("the value", literals.texts("Final"), lambda text: imported("Stones", ("TITLE", text)), 70)


def test_a_list_is_no_code():
    lists = map(tuple, literals.lists("Final"))
    attack("the value", lists, lambda texts: imported("Stones", ("LINES", list(texts))), 60)


def test_a_note_is_no_code():
    def use(note):
        imported("Stones", ("SHEETS", 4, note), ("LINES", ["a", "b"], note))

    attack("the note", literals.texts("May"), use, 70)


def test_the_name_of_a_constant_is_no_code():
    attack("the name", literals.names("SHEETS"), lambda name: imported("Stones", (name, 4, "a")), 50)


def test_another_name_does_not_set_a_constant_that_is_there():
    def found(name):
        settings = solution.Settings("Stones")
        settings.put("SHEETS", 4)
        attempt(settings.put, name, 99)
        return testify(CONSTANT, source=settings.source()) == 99 and "the constant of another setting is set"

    search.attack("the name", literals.alike("SHEETS"), found, 12)


def test_an_entry_that_is_replaced_is_no_code():
    """A program may look at a name, or write an entry in another way, where it is new."""

    def use(text):
        imported("Stones", ("A", 1), ("A", text, text), (text, 2), (text, 3))

    attack("the entry", literals.texts("A"), use, 24)


def test_two_texts_are_no_code_together():
    def use(texts):
        imported(texts[0], ("A", texts[1], texts[0]))
        imported(texts[0], ("A", texts[1], texts[0]), ("B", ["x", texts[1]]))

    attack("the texts", literals.pairs("Stones"), use, 40)


def test_a_text_is_not_put_in_place_of_another():
    """Where a module is a template whose marks are replaced one after the other."""

    def use(texts):
        mark, rest = texts
        imported("Stones", ("A", mark, rest), ("B", [mark, rest], rest))
        imported(mark, ("A", rest, "a"), ("B", "b", rest))
        imported(rest, ("A", mark, mark))

    attack("the texts", literals.marks("Stones"), use, 80)
