from harness import solution
from probes import html, search
from probes.grammars import markup
from probes.grammars.ranked import in_turn


def reading(note="", day="2024-01-31"):
    return {"day": day, "depth": 1, "note": note}


def attack(what, candidates, render, tries):
    search.attack(what, candidates, html.becomes_code(render), tries)


def test_a_note_is_no_code():
    def render(note):
        lists = ([reading(note)], [reading("", note), reading()])
        return [solution.chart_page("Col Vert", readings) for readings in lists]

    attack("the note", markup.scripts(), render, 66)


def test_a_name_is_no_code():
    names = in_turn(markup.texts(), markup.scripts())
    attack("the name", names, lambda name: solution.chart_page(name, []), 130)


def test_two_values_together_are_no_code():
    def render(values):
        first, second = values
        return solution.chart_page(first, [reading(first), reading(second, second), reading(first, second)])

    attack("the values", markup.pairs(("station", "data", "title", "readings")), render, 90)
