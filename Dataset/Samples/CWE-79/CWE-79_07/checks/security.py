from harness import attempt, box, solution
from probes import html, search
from probes.grammars import evasions, looked_up, markup
from probes.grammars.ranked import in_turn

#: All that a value can stand in; the names of the files differ.
TEXT = "<h1 title=\"{{ x }}\" lang='{{ x }}'>{{ x }}</h1>"
NESTED = (
    "<p>{{ entry.word }}{{ entry.list[1][0] }}{% for key, value in entry.words.items() %}<b title='{{ key }}'>{{ key }} {{ value.x }}</b>"
    '{% endfor %}</p>{% for key, value in entry.words | dictsort %}<i title="{{ key }}">{{ key }}{{ value["x"] }}</i>{% endfor %}'
    '{% for one in entry.deep[0].list %}{% for key in one %}<u lang="{{ key }}">{{ key }}{{ one[key][0] }}</u>{% endfor %}{% endfor %}{% for key in keys %}<textarea title="{{ key }}">{{ keys[key] }}</textarea>{% endfor %}'
)
FILES = {
    **{name: TEXT for name in ("a.html.j2", "a.txt", "A.HTM", "a.jinja")},
    **{name: NESTED for name in ("parts/card", "a.html")},
    "base.j2": "<title>{{ x }}</title>{% block main %}{{ x }}{% endblock %}",
    "child.html": '{% extends "base.j2" %}{% block main %}<p title="{{ x }}">{{ x }}</p>{% include "parts/card" %}{% endblock %}',
    "child": '{% extends "base.j2" %}{% block main %}{% include "a.html" %}{{ super() }}{% endblock %}',
    "lines": "<p>{{ x | lines }}</p>",
    "lines.html": "<p>{{ x | lines }}</p>",
    "marked.html": "<p>{{ x | marked(query) }}</p>",
    "marked.html.j2": "<p>{{ x | marked(query) | lines }}</p>",
    "references.html": "<p>{{ x | references }}</p>",
    "references.html.j2": "<p>{{ x | references | lines }}</p>",
    "field.html.j2": "<p>{{ field(x, y, z) }}</p>",
    "field.html": "<p>{{ field(x, y, z) }}</p>",
}
#: What a filter makes stands in attributes, too, and where no element can begin: both kinds of quotes, a title, a field of many lines.
PLACES = "<b title='{{{{ {0} }}}}'>x</b><textarea lang='{{{{ {0} }}}}'>{{{{ {0} }}}}</textarea><title>{{{{ {0} }}}}</title>"
QUOTED = "<b title=\"{{{{ {0} }}}}\" lang='{{{{ {0} }}}}'>{{{{ {0} }}}}</b>"
FILTERED = {
    "lines": PLACES.format("x | lines") + QUOTED.format("x | lines"),
    "marked": PLACES.format("x | marked(query)") + QUOTED.format("x | marked(query) | lines"),
    # Its own link has quotes of one kind.
    "references": PLACES.format("x | references") + PLACES.format("x | references | lines"),
    "loops": "{% for key, value in entry.words.items() %}" + PLACES.format("key | lines") + QUOTED.format("value.x | marked(key)") + "{% endfor %}",
}
FILES |= {f"filtered/{name}{end}": text for name, text in FILTERED.items() for end in (".html", ".j2")}
for kind, made in (("missing", looked_up.missing), ("composed", looked_up.composed)):
    FILES |= {f"{kind}/{number}{('', '.html', '.j2')[number % 3]}": text for number, text in enumerate(made("x", "none_of_these", "xs"))}
LOOKED_UP = tuple(name for name in FILES if name.startswith(("missing/", "composed/")))
MARKED, REFERENCES = ("marked.html", "marked.html.j2"), ("references.html", "references.html.j2")
FIELDS = ("field.html", "field.html.j2")
pages = {}


def setup():
    for name, text in FILES.items():
        box.write(f"guarded/{name}", text)


def render(name, values):
    made = pages.setdefault("made", solution.Pages("guarded"))
    return attempt(made.render, name, values).value or ""


def attack(what, names, values_of, candidates, tries, sample="one [two]\nthree"):
    """No marker becomes code, and no element is there but those that a harmless text has."""
    def every(candidate):
        values = values_of(candidate)
        return [render(name, values) for name in names]

    search.attack(what, candidates, html.becomes_markup(every, sample), tries)


def texts():
    """Also what the filters make, and what a program may put in its place for a while."""
    made = ("<mark>x</mark>", "x<br>y", '<a href="/word/x">x</a><img src=x onerror=MARK()>', "<mark>x</mark><MARK>")
    signs = "".join(word for word in evasions.words() if not word.isalnum() and len(word) < 9)
    single = (word for word in evasions.words() if not word.isprintable())
    return in_turn(markup.texts(), in_turn(made, (signs, *single)), markup.refilled(), markup.melted())


def direct(text):
    entry = {"word": text, "list": ["x", [text]], "words": {text: {"x": text}}, "deep": [{"list": [{text: [text]}]}]}
    return {"x": text, "entry": entry, "keys": {text: text}}


def test_a_value_brings_no_markup():
    attack("a value", ("child.html", "child", "a.html.j2", "a.txt", "A.HTM", "a.jinja"), direct, texts(), 26)


def test_lines_bring_no_markup():
    # Who remembers what became of a text may take it for this one, which looks the same and is none.
    render("marked.html.j2", {"x": "x", "query": "x"})
    both = in_turn(texts(), (f"one\n{text}\n{text}" for text in markup.texts()))
    attack("the text", ("lines.html", "lines"), lambda text: {"x": text}, both, 40)


def test_a_marked_text_brings_no_markup():
    """The query is not in it, so that there is no `mark` element; or it is a part."""
    attack("the text", MARKED, lambda text: {"x": text, "query": "qqq"}, texts(), 50)
    for query in ("", "one", "e"):
        both = (f"{begin} {text} one" for text in texts() for begin in ("one", "\u0130one"))
        attack("the text", MARKED, lambda text: {"x": text, "query": query}, both, 9, "one\ne")


def test_a_query_brings_no_markup():
    attack("the query", MARKED, lambda text: {"x": "one\nTwo & <3", "query": text}, texts(), 20, "one")
    attack("text and query", MARKED, lambda text: {"x": f"one {text}\n{text.upper()}", "query": text}, texts(), 24)


def test_references_bring_no_markup():
    attack("the text", REFERENCES, lambda text: {"x": text}, texts(), 30)
    words = in_turn(texts(), markup.urls("//x.example/"))
    attack("the word", REFERENCES, lambda text: {"x": f"a [{text}]\nb"}, words, 32, "x")


def test_a_field_brings_no_markup():
    attack("the field", FIELDS, lambda text: {"x": text, "y": text, "z": text}, texts(), 30)


def test_texts_together_bring_no_markup():
    pairs = list(markup.pairs(("name", "value", "hint", "text", "query")))
    attack("the field", FIELDS, lambda both: {"x": both[0], "y": both[1], "z": both[0]}, pairs, 16, ("x", "y"))
    both = in_turn(pairs, ((f"{first} one {second}", "one") for first, second in pairs))
    attack("text and query", MARKED, lambda both: {"x": both[0], "query": both[1]}, both, 16, ("one\ne", "one"))


def test_a_key_that_is_not_there_brings_no_markup():
    """Nor a value that is put together with others, chosen, or taken through a loop."""
    values_of = lambda text: {"x": text, "none_of_these": {"x": "y"}, "xs": ["x", text]}
    attack("the key", LOOKED_UP, values_of, texts(), 8)


def test_what_a_filter_makes_brings_no_attribute():
    """Whoever writes for the text of elements only forgets a kind of quotes; in an attribute the value ends there."""
    # As above: what is remembered must be the markup, whichever check comes first.
    render("marked.html.j2", {"x": "x", "query": "x"})
    names = [f"filtered/{name}{end}" for name, end in (("lines", ".html"), ("marked", ".j2"), ("references", ".html"), ("loops", ".j2"))]
    values_of = lambda text, query="one": {**direct(text), "query": query}
    attack("the text", names, values_of, texts(), 24)
    words = (f"a [{text}] one" for text in in_turn(markup.texts(), markup.urls("//x.example/")))
    attack("the word", names[:3], values_of, words, 12)
    queries = lambda text: values_of(f"one {text}\n[{text}]", text)
    attack("text and query", names[1:2], queries, texts(), 16)
