import io
import itertools
import re
from urllib.parse import quote

from harness import attempt, attribute, box, solution, text, web_client
from probes import drawings, html, search
from probes.grammars import drawings as grammar
from probes.grammars import markup
from probes.grammars.ranked import in_turn

ELEMENTS = "svg g path rect circle ellipse line polyline polygon title".split()
ATTRIBUTES = (
    "version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d transform fill stroke stroke-width id".split()
)
HARMLESS = grammar.document().encode()
#: Names and types of uploads that say something else than the content.
DISGUISES = (
    *(("box.svg", "image/svg+xml"), ("box.html", "text/html"), ("box.svg", "text/html"), ("box.xml", "application/xml")),
    *(("box.png", "image/png"), ("box", ""), ("box.svg", "image/svg+xml, text/html"), ("box.xhtml", "application/xhtml+xml")),
)
sites = {}


def site():
    if not sites:
        box.mkdir("guarded")
        sites["app"] = solution.create_app(box.path("guarded"))
        sites["client"] = web_client(sites["app"])
    return sites["client"]


def upload(*files):
    """Sends files in the field; returns the id under which they are kept, or None."""
    sent = attempt(site().post, "/drawings", data={"drawing": [(io.BytesIO(data), name, kind) for name, kind, data in files]})
    kept = sent.value.get_json(silent=True) if sent.returned else None
    return kept["id"] if isinstance(kept, dict) and isinstance(kept.get("id"), str) else None


def entitled(number, title):
    attempt(site().post, f"/drawings/{number}/title", data={"title": title})


def opened(address):
    found = drawings.foreign(attempt(site().get, address).value, ELEMENTS, ATTRIBUTES)
    return f"a browser that opens it finds {found[0]}" if found else None


def uploaded(*files, title=None):
    number = upload(*files)
    if number is None:
        return None
    if title is not None:
        entitled(number, title)
    return opened(f"/drawings/{number}")


def test_a_drawing_holds_nothing_else():
    search.attack("the drawing", grammar.documents(), lambda data: uploaded(("box.svg", "image/svg+xml", data)), 112)


def test_a_drawing_holds_nothing_else_when_it_has_got_a_title():
    """What was put away as text, or kept beside the tree, may come back when the drawing is written anew."""
    def effect(data):
        return uploaded(("box.svg", "image/svg+xml", data), title="A & B")

    search.attack("the drawing", grammar.documents(), effect, 40)


def test_a_title_is_text():
    number = upload(("box.svg", "image/svg+xml", HARMLESS))
    titles = in_turn(markup.texts(), ("x</title><script>alert(1)</script>", "]]><script>alert(1)</script>", "&lt;script>", "\\1", "{}"))

    def effect(title):
        entitled(number, title)
        found = opened(f"/drawings/{number}")
        entitled(number, "x")
        return found or opened(f"/drawings/{number}")

    search.attack("the title", (one for one in titles if not re.search("[\ud800-\udfff]", one)), effect, 40)


def test_no_name_or_type_makes_it_a_page():
    data = grammar.document("<script>alert(1)</script>").encode()
    pages = (b"<!doctype html><script>alert(1)</script>", data, HARMLESS)
    uploads = ((name, kind, content) for content in pages for name, kind in DISGUISES)
    search.attack("the upload", uploads, lambda one: uploaded(one), 20, shrink=0)


def test_of_several_files_none_holds_anything_else():
    data = grammar.document("<script>alert(1)</script>").encode()
    usual, other = ("box.svg", "image/svg+xml", HARMLESS), ("box.svg", "image/svg+xml", data)
    search.attack("the files", ((usual, other), (other, usual)), lambda both: uploaded(*both), 2, shrink=0)


def test_no_other_address_shows_what_was_uploaded():
    documents = list(itertools.islice(grammar.documents(), 3))
    numbers = list(filter(None, (upload(("box.svg", "image/svg+xml", data)) for data in (*documents, HARMLESS))))
    stored = [path.rpartition("/")[2] for path in box.walk("guarded")]
    rules = [text(rule) for rule in attribute(sites["app"], "url_map").iter_rules()]
    addresses = [re.sub("<[^>]*>", lambda _, name=name: quote(name), rule) for rule in rules if rule.count("<") == 1
                 for name in (*numbers, *stored[-8:])]
    search.attack("the address", addresses, opened, 60, shrink=0)


def test_a_drawing_holds_nothing_else_when_the_site_begins_again():
    """What was looked at in memory may lie in the folder as it came."""
    site()
    numbers = []
    for count, data in enumerate(itertools.islice(grammar.documents(), 14)):
        number = upload(("box.svg", "image/svg+xml", data))
        if number is not None:
            numbers.append(number)
            if count % 2:
                entitled(number, grammar.entire()[count % 3])
    sites["client"] = web_client(solution.create_app(box.path("guarded")))
    search.attack("the address", [f"/drawings/{number}" for number in numbers], opened, 14, shrink=0)
    for number in numbers:
        entitled(number, "x")
    search.attack("the address", [f"/drawings/{number}" for number in numbers], opened, 14, shrink=0)


def test_a_title_goes_only_where_titles_go():
    """A drawing may hold what the site itself takes for the place of a title."""
    search.attack("the drawing and its title", grammar.slotted("title", "name"),
        lambda pair: uploaded(("box.svg", "image/svg+xml", pair[0]), title=pair[1]), 30, shrink=0)


def test_no_address_shows_what_was_typed_or_named():
    """What is kept beside a drawing: a title, also an earlier one, and the name of the upload."""
    site()
    before = set(box.walk("guarded"))
    texts = grammar.entire()
    known = [number for text in texts if (number := upload((text, "image/svg+xml", HARMLESS))) is not None]
    for number, one in zip(known, texts):
        entitled(number, one)
        upload(("box.svg", "image/svg+xml", one.encode()), ("box.svg", "image/svg+xml", HARMLESS))
    new = sorted(set(box.walk("guarded")) - before)
    new = [path.partition("guarded/")[2] or path for path in new]
    names = dict.fromkeys([*new, *(path.rpartition("/")[2] for path in new), *(path.rpartition("/")[2].rpartition(".")[0] for path in new),
        *(f"{number}{end}" for number in known for end in (".title", ".txt", ".svg.title", "-title", "_title", ".json", "/title"))])
    rules = [text(rule) for rule in attribute(sites["app"], "url_map").iter_rules()]
    addresses = [re.sub("<[^>]*>", lambda _, name=name: quote(name), rule) for name in names if name for rule in rules if rule.count("<") == 1]
    search.attack("the address", addresses, opened, 150, shrink=0)


def test_no_title_is_markup_in_the_encoding_of_its_drawing():
    """The encoding that a drawing came in may be kept, and called by another name in the header."""
    numbers = [number for data in itertools.islice(grammar.in_other_encodings("box", ("{}",)), 2)
               if (number := upload(("box.svg", "image/svg+xml", data))) is not None]

    def effect(title):
        for number in numbers:
            entitled(number, title)
        return next(filter(None, (opened(f"/drawings/{number}") for number in numbers)), None)

    search.attack("the title", grammar.hidden(), effect, 6)


def test_no_answer_is_a_page_of_what_was_sent():
    """What a site says of a drawing, a title or an address that it does not take is opened as part of it, too."""
    number = upload(("box.svg", "image/svg+xml", HARMLESS))

    def sent(data, name="box.svg", kind="image/svg+xml"):
        return attempt(site().post, "/drawings", data={"drawing": [(io.BytesIO(data), name, kind)]}).value

    def answers(one):
        place, words = one
        if place == "name":
            return [sent(data, name=words) for data in (b"no drawing", grammar.document("<script/>").encode(), HARMLESS)]
        if place == "type":
            return sent(b"no drawing", kind=words)
        if place == "address":
            address = f"/drawings/{quote(words, safe='')}"
            return [attempt(site().get, address).value, attempt(site().post, f"{address}/title", data={"title": "x"}).value]
        if place == "field":
            return [attempt(site().post, address, data={words: "x"}).value for address in ("/drawings", f"/drawings/{number}/title")]
        if place == "title":
            return attempt(site().post, f"/drawings/{number}/title", data={"title": words}).value
        return [sent(data) for data in grammar.refused(words)]

    texts = [one for one in itertools.islice(markup.texts(), 60) if one.isprintable()]
    places = ("name", "address", "content", "type", "title", "field")
    candidates = in_turn(*([(place, text) for text in texts] for place in places))
    search.attack("what is sent", candidates, html.becomes_code(answers), 18, shrink=0)


def test_a_drawing_that_was_refused_is_nowhere():
    """What was put away before it was looked at stays, when the look ends in an error that nobody has thought of."""
    site()
    rules = [text(rule) for rule in attribute(sites["app"], "url_map").iter_rules()]
    known = set(box.walk("guarded"))
    last = upload(("box.svg", "image/svg+xml", HARMLESS)) or ""

    def effect(data):
        number = upload(("box.svg", "image/svg+xml", data))
        new = set(box.walk("guarded")) - known
        known.update(new)
        names = [path.rpartition("/")[2] for path in new]
        near = [str(int(last) + more) for more in (1, 2)] if last.isdecimal() else []
        names = dict.fromkeys([*filter(None, [number]), *names, *(name.partition(".")[0] for name in names), *near])
        addresses = [re.sub("<[^>]*>", lambda _, name=name: quote(name), rule) for name in names if name for rule in rules if rule.count("<") == 1]
        return next(filter(None, map(opened, addresses)), None)

    search.attack("the drawing", grammar.breaking(), effect, 36, shrink=0)
