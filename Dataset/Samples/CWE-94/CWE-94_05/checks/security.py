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


def article(name="Braid"):
    solution.TILL_KEY = KEY
    return solution.Article(name, 3.5, 3, COST)


def told(outcome, template):
    """What the message of an error tells: a program may make it with a format of which the template is a part."""
    if outcome.error is None:
        return None
    if database.leaks(outcome, KEY):
        return "the error tells the key"
    text = str(outcome.error)
    inside = [part for part in formats.TOLD if part in text and part not in template]
    if inside or any(number in text and number not in template for number in COSTS[:1]):
        return "the error tells what no template may reach"
    return None


def templates():
    return formats.templates("article", ("name", "price", "stock"), ("cost", "value"), "TILL_KEY")


def test_a_template_shows_three_attributes_only():
    def effect(template):
        outcome = attempt(solution.label, template, article())
        return shown(outcome.value) or told(outcome, template)

    search.attack("the template", templates(), effect, tries=190)


def test_no_error_reaches_anything():
    """What is refused becomes a part of the message, and a message may be a format."""
    search.attack(
        "the template",
        formats.in_messages(["{article.@}", "{@} {{{article.name}", "@", "{article.name:{@}}"], "TILL_KEY"),
        lambda template: told(attempt(solution.label, template, article()), template),
        120,
        shrink=0,
    )


def test_no_other_field_is_filled_in():
    """Conversions, fields within formats, indices: also where nothing but the three attributes is reached. The name of
    the article is data, and would do for a format."""

    def effect(use, template):
        return "another field is filled in" if formats.is_filled_in(template, use(template), "{article.name}") else None

    strangers = list(formats.strangers("article", ("name", "price", "stock")))
    one = lambda template: attempt(solution.label, template, article("*^9")).value  # noqa: E731
    search.attack("the template", strangers, lambda text: effect(one, text), len(strangers), shrink=0)

    def several(template):
        labels = attempt(solution.labels, template, [article("*^9"), article("<4")]).value
        return labels[-1] if isinstance(labels, list) and labels else None

    search.attack("the template", strangers, lambda text: effect(several, text), 24, shrink=0)


def test_a_template_runs_no_code():
    effect = markers.runs(
        lambda template: solution.label(template, article()), lambda marker: code.codes(marker, "article.name")
    )
    search.attack("the template", formats.running("article.name"), effect, tries=50)
