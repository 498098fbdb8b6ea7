from harness import solution
from probes import html, search
from probes.grammars import marks
from probes.grammars.ranked import in_turn

MARKS = ("*TEXT*", "`TEXT`", "[TEXT](ADDRESS)", "![TEXT](ADDRESS)")
BLOCKS = ("= TEXT", "+ TEXT", "TEXT")


def attack(what, candidates, render, tries):
    search.attack(what, candidates, html.becomes_code(render), tries)


def test_a_text_brings_no_markup():
    attack("the tip", marks.filled(BLOCKS + MARKS, "/tips/1"), solution.tip_html, 150)


def test_an_address_is_an_address_only():
    attack("the tip", marks.filled(("[oil](ADDRESS)", "![oil](ADDRESS)"), "/tips/1"), solution.tip_html, 60)


def test_marks_within_marks_bring_no_markup():
    attack("the tip", marks.nested(MARKS, "/tips/1"), solution.tip_html, 110)


def test_marks_that_are_set_aside_bring_no_markup():
    attack("the tip", marks.set_aside(MARKS, "/tips/1"), solution.tip_html, 60)


def test_contents_bring_no_markup():
    tips = in_turn(marks.filled(("= TEXT",), "/tips/1"), marks.nested(("= TEXT", *MARKS), "/tips/1"))
    attack("the contents of", tips, solution.tip_contents, 70)
