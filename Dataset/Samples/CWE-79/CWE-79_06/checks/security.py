from harness import attempt, solution
from probes import html, search
from probes.grammars import markup
from probes.grammars.ranked import in_turn

STALL = {"place": 2, "seller": "Ida", "goods": "lamps", "colour": "teal", "link": "https://ida.example/"}
OTHER = {"place": 3, "seller": "Tom", "goods": "jars", "colour": "#4b6a00", "link": ""}


def pieces(**changed):
    """The map and the list of two stalls with these texts, one with a link and one without if nothing is said of it."""
    stalls = [STALL | changed, OTHER | changed]
    return [attempt(make, stalls).value or "" for make in (solution.market_map, solution.visit_list)]


def attack(what, candidates, render, tries):
    search.attack(what, candidates, html.becomes_code(render), tries)


def test_names_and_goods_bring_no_markup():
    attack("seller and goods", markup.texts(), lambda text: pieces(seller=text, goods=text), 50)


def test_a_colour_brings_no_markup():
    attack("the colour", in_turn(markup.texts(), colours()), lambda text: pieces(colour=text), 60)


def colours():
    """Texts that begin or end like a colour."""
    for text in markup.texts():
        yield from (f"teal{text}", f"#4b6a00{text}", f"#4b6a00\n{text}", f"{text}#4b6a00", f"{text}\nteal")


def test_a_link_is_an_address_only():
    attack("the link", markup.urls("https://ida.example/"), lambda text: pieces(link=text), 60)


def test_only_http_becomes_a_link():
    def linked(link):
        found = [url for piece in pieces(link=link) for _, name, url in html.Page(piece).urls if name.endswith("href")]
        bad = [url for url in found if html.scheme(url) not in ("http", "https")]
        return f"a stall links to {bad[0]!r}" if bad else None

    search.attack("the link", markup.no_websites("https://ida.example/"), linked, 40, shrink=0)


def test_texts_together_bring_no_markup():
    def render(texts):
        first, second = texts
        link = f"https://ida.example/{first}"
        swapped = pieces(seller=second, goods=first, colour=first, link="")
        return [*pieces(seller=first, goods=second, link=link), *swapped]

    attack("the texts", markup.pairs(("seller", "goods", "colour", "link", "stall", "name")), render, 30)
