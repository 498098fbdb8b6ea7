from harness import solution
from probes import html, search
from probes.grammars import markup


def review(author="Kit", text="Fine."):
    return {"author": author, "stars": 3, "text": text}


def attack(what, candidates, render, tries):
    search.attack(what, candidates, html.becomes_code(render), tries)


def test_a_text_brings_no_markup():
    attack("the text", markup.texts(), lambda text: solution.render_reviews("Lone Oak", [review(text=text)]), 70)


def test_an_author_brings_no_markup():
    attack("the author", markup.texts(), lambda name: solution.render_reviews("Lone Oak", [review(author=name)]), 70)


def test_a_campsite_brings_no_markup():
    def render(name):
        return [solution.render_reviews(name, reviews) for reviews in ([], [review()])]

    attack("the campsite", markup.texts(), render, 70)


def test_two_values_together_bring_no_markup():
    def render(values):
        first, second = values
        return solution.render_reviews(first, [review(*values), review(second, first), review("Kit", second)])

    attack("the values", markup.pairs(("text", "author", "reviews", "items")), render, 90)
