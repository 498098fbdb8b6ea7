from harness import attribute, environment, solution


def setup():
    environment["TILL_KEY"] = "till-0815"


def label(template, name="Braid", price=3.5, stock=12, cost=1.25):
    return solution.label(template, solution.Article(name, price, stock, cost))


def test_an_article():
    article = solution.Article("Braid", 3.5, 12, 1.25)
    assert [attribute(article, name) for name in ("name", "price", "stock", "cost")] == ["Braid", 3.5, 12, 1.25]
    assert article.value() == 15.0


def test_the_key_is_kept():
    for key in ("till-1", "till-0815"):
        environment["TILL_KEY"] = key
        solution.reload()
        assert attribute(solution, "TILL_KEY") == key


def test_fields():
    assert label("{article.name}: {article.price} ({article.stock})") == "Braid: 3.5 (12)"
    assert label("{article.stock}{article.stock}{article.name}") == "1212Braid"


def test_formats_of_text():
    assert label("[{article.name:>8}]") == "[   Braid]"
    assert label("[{article.name:*^11}]") == "[***Braid***]"
    assert label("[{article.name:.3}]") == "[Bra]"
    assert label("[{article.name:-<7s}]") == "[Braid--]"
    assert label("[{article.name:}]") == "[Braid]"


def test_formats_of_numbers():
    assert label("{article.price:8.2f}|{article.price:e}|{article.price:.0%}") == "    3.50|3.500000e+00|350%"
    assert label("{article.stock:04d}|{article.stock:+}|{article.stock:x}|{article.stock:<5}|") == "0012|+12|c|12   |"
    assert label("{article.stock:,} {article.price:09.3f}", stock=1234567) == "1,234,567 00003.500"


def test_formats_with_signs():
    assert label("{article.name::^7}|{article.name:.<7}|{article.name:!>6}") == ":Braid:|Braid..|!Braid"


def test_braces():
    assert label("{{only {article.stock} left}}") == "{only 12 left}"
    assert label("{{{article.name}}} {{}} {{article.name}}") == "{Braid} {} {article.name}"


def test_text_stays_as_it_is():
    text = "Price: 100% $x \\n [a] <b> 'c' \"d\" – 糸\n\n  article.name %s  \n"
    assert label(text) == text
    assert label("") == ""


def test_names_are_put_in_as_they_are():
    for name in ("{article.stock}", "{}", "{{x}}", "}{", "%s", "{0}", "Spitze – 4 cm", ""):
        assert label("{article.name}|{article.stock}", name=name) == f"{name}|12"


def test_labels():
    articles = [solution.Article("Braid", 3.5, 12, 1.0), solution.Article("Lace", 10.0, 0, 2.0)]
    assert solution.labels("{article.name}: {article.price:.2f}", articles) == ["Braid: 3.50", "Lace: 10.00"]
    assert solution.labels("x", []) == []
