from harness import attempt, environment, solution
from probes import database, markers, search
from probes.grammars import code, formats

COST = 4821.75
#: As a template may write it, and the value of three.
COSTS = ("4821.75", "4821.8", "4.82175", "482175", "14465.25", "4,821")
KEY = database.secret("key")


def setup():
    environment["TILL_KEY"] = KEY


def shown(value):
    """What no template may show."""
    if database.leaks(value, KEY):
        return "the key of the till is shown"
    for text in value if isinstance(value, list) else [value]:
        if not isinstance(text, str):
            continue
        if any(number in text for number in COSTS):
            return "what the article costs is shown"
        if inside := [part for part in formats.INTERNALS if part in text]:
            return f"the label shows {inside[0]!r}"
        if len(text) > 2000:
            return "the label is as wide as what the article costs"
    return None


def article():
    solution.TILL_KEY = KEY
    return solution.Article("Braid", 3.5, 3, COST)


def templates():
    return formats.templates("article", ("name", "price", "stock"), ("cost", "value"), "TILL_KEY")


def test_a_template_shows_three_attributes_only():
    def effect(template):
        outcome = attempt(solution.label, template, article())
        return shown(outcome.value) or ("the error tells the key" if database.leaks(outcome, KEY) else None)

    search.attack("the template", templates(), effect, tries=170)


def test_labels_show_three_attributes_only():
    search.attack(
        "the template", templates(), lambda template: shown(attempt(solution.labels, template, [article()]).value), 50
    )


def test_a_template_runs_no_code():
    effect = markers.runs(
        lambda template: solution.label(template, article()), lambda marker: code.codes(marker, "article.name")
    )
    search.attack("the template", formats.running("article.name"), effect, tries=50)
