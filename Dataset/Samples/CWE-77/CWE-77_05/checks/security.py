import csv
import io
import itertools
import re

from harness import attempt, solution
from probes import search
from probes.grammars import cells
from probes.grammars.ranked import in_turn

KEYS = ("guest", "thing", "note")
NUMBER = re.compile(r"\s*[+-]?\d+([.,]\d+)?\s*")


def worked_out(visits):
    """A cell that the treasurer's program takes for a formula, or more cells than there should be."""
    text = attempt(solution.export_list, visits).value
    if not isinstance(text, str):
        return None
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except csv.Error:
        return None
    for row in rows[1:]:
        for cell in row:
            if cell.lstrip(" \t\r\n")[:1] in tuple("=+-@") and not NUMBER.fullmatch(cell):
                return f"the cell {cell!r} is a formula"
    if len(rows) > len(visits) + 1 or any(len(row) > 4 for row in rows):
        return f"there are {len(rows) - 1} rows, of up to {max(map(len, rows))} cells"
    return None


def visit(key, text):
    return {"guest": "Ada", "thing": "kettle", "kilos": 1.5, "note": "x"} | {key: text}


def test_a_text_is_no_formula():
    candidates = zip(itertools.cycle(KEYS[::-1]), cells.texts("lid"))
    search.attack("the field and its text", candidates, lambda one: worked_out([visit(*one)]), 240)


def test_every_field_is_no_formula():
    for key in KEYS:
        search.attack(key, cells.texts("lid"), lambda text, key=key: worked_out([visit(key, text)]), 90)


def test_texts_of_a_row_are_no_formula_together():
    def effect(pair):
        first, second = ({"guest": pair[0], "thing": pair[1], "kilos": None, "note": end} for end in pair)
        return worked_out([visit("note", "x"), first, second])

    search.attack("guest and thing", cells.pairs(), effect, 60)


def test_a_text_that_was_read_back_is_no_formula():
    """What came back from a file is written again the next month."""

    def effect(text):
        written = attempt(solution.export_list, [visit("note", text)]).value
        back = attempt(solution.import_list, written).value if isinstance(written, str) else None
        if not isinstance(back, list):
            return None
        return f"one visit comes back as {len(back)}" if len(back) > 1 else back and worked_out(back)

    texts = in_turn(("'" + text for text in cells.texts("lid")), ("''" + text for text in cells.texts("lid")))
    broken = (f"lid{sign}Eve" for sign in cells.BREAKS)
    search.attack("the note", in_turn(texts, cells.texts("lid"), broken), effect, 60)
