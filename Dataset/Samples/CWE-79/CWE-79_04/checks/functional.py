from urllib.parse import unquote

from harness import solution
from probes import html

TIP = """= Squeaking chain

Turn the *left* pedal backwards.
Then look at `link 7`.

+ Wipe it with a [dry rag](/tips/17).
+ Oil *every* link, see the [makers](https://chains.example/oil?grade=2&old=1#top).

= Loose bell

Tighten it.


= Squeaking chain

Again."""


def page(text):
    return html.Page(solution.tip_html(text))


def texts(found, tag):
    return [" ".join(element.text.split()) for element in found.find_all(tag)]


def test_blocks_in_their_order():
    found = page(TIP)
    assert [e.tag for e in found.elements if e.tag in ("h2", "p", "ol")] == ["h2", "p", "ol", "h2", "p", "h2", "p"]
    assert texts(found, "h2") == ["Squeaking chain", "Loose bell", "Squeaking chain"]
    assert texts(found, "p") == ["Turn the left pedal backwards. Then look at link 7.", "Tighten it.", "Again."]
    assert texts(found, "li") == ["Wipe it with a dry rag.", "Oil every link, see the makers."]


def test_marks():
    found = page(TIP)
    assert texts(found, "strong") == ["left", "every"]
    assert texts(found, "code") == ["link 7"]
    links = [(link.text, link.attributes["href"]) for link in found.find_all("a")]
    assert links == [("dry rag", "/tips/17"), ("makers", "https://chains.example/oil?grade=2&old=1#top")]


def test_several_marks_of_a_kind_in_a_line():
    found = page("*One* and *two three*, `gear 4` and `gear 5`, [to a](http://a.example) and [b c](/b).")
    assert texts(found, "strong") == ["One", "two three"]
    assert texts(found, "code") == ["gear 4", "gear 5"]
    assert [link.attributes["href"] for link in found.find_all("a")] == ["http://a.example", "/b"]


def test_pictures():
    found = page("![dirty chain](/pictures/chain.png), ![clean one](https://chains.example/c.png?w=9&h=9), [to b](/b)")
    pictures = [(one.attributes["alt"], one.attributes["src"]) for one in found.find_all("img")]
    assert pictures == [("dirty chain", "/pictures/chain.png"), ("clean one", "https://chains.example/c.png?w=9&h=9")]
    assert [link.attributes["href"] for link in found.find_all("a")] == ["/b"]


def test_contents_lead_to_the_headings():
    ids = [heading.attributes["id"] for heading in page(TIP).find_all("h2")]
    assert len(set(ids)) == 3
    found = html.Page(solution.tip_contents(TIP))
    assert texts(found, "li") == ["Squeaking chain", "Loose bell", "Squeaking chain"]
    assert [unquote(link.attributes["href"]) for link in found.find_all("a")] == [f"#{unquote(one)}" for one in ids]


def test_a_tip_without_headings_has_no_contents():
    for tip in ("Oil it.", "+ Oil it.\n+ = Wait.", "= Oil\nit."):
        found = html.Page(solution.tip_contents(tip))
        assert len(found.find_all("ul")) == 1 and not found.find_all("li"), tip


def test_blocks_that_are_neither_heading_nor_steps():
    for tip in ("= Oil\nit.", "+ Oil\nit.", "=Oil", "+Oil", "Oil = 3 + 4"):
        found = page(tip)
        assert [element.tag for element in found.elements] == ["p"], tip
        assert " ".join(found.find("p").text.split()) == " ".join(tip.split()), tip


def test_signs_that_are_no_marks_are_shown():
    for typed in ("2 * 3 * 4", "5 ` or ` 6", "a [b] (c)", "a * b", "[x]", "(y)", "one*"):
        found = page(typed)
        assert [element.tag for element in found.elements] == ["p"], typed
        assert found.find("p").text == typed


def test_all_other_signs_are_shown_as_typed():
    for typed in ("Tom & Jerry <3", "5 > 4 and \"it's\" \\1", "{{ 1 }} %s {0} $x", "Ölkännchen – 50 %"):
        for text, tag in ((typed, "p"), (f"+ {typed}", "li"), (f"= {typed}", "h2"), (f"*{typed}*", "strong"),
                          (f"`{typed}`", "code"), (f"[{typed}](/tips/1)", "a")):
            assert page(text).find(tag).text == typed, text
        assert page(f"![{typed}](/tips/1)").find("img").attributes["alt"] == typed
        assert html.Page(solution.tip_contents(f"= {typed}")).find("a").text == typed
