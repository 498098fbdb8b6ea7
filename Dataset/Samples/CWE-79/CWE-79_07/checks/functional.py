from harness import box, solution
from probes import html

FILES = {
    "base.html": "<!doctype html><title>{% block title %}{% endblock %}</title><body>{% block main %}{% endblock %}</body>",
    "entry.html": """{% extends "base.html" %}{% block title %}{{ entry.word }}{% endblock %}
{% block main %}<h1 title="{{ entry.hint }}">{{ entry.word }}</h1>{% for one in entry.examples %}{% include "parts/card" %}
{% else %}<p>none</p>{% endfor %}{% endblock %}""",
    "parts/card": "<li lang='{{ entry.lang }}'>{{ one }}</li>",
    "list.html.j2": "<ul>{% for word, meanings in words.items() %}<li>{{ word }}: {{ meanings[0] }}</li>{% endfor %}</ul>",
    "lines.html": "<p>{{ text | lines }}</p>",
    "marked.html.j2": "<p>{{ text | marked(query) }}</p>",
    "marked.txt": "<p>{{ text | marked(query) | lines }}</p>",
    "references.html": "<p>{{ text | references }}</p>",
    "references.page": "<p>{{ text | references | lines }}</p>",
    "field.html.j2": "<form>{{ field(name, value, hint) }}</form>",
}
#: Signs that stay text where nothing is escaped.
TYPED = ("Tom & Jerry <3", "O'Neil", 'a "Gspusi"; 5 > 3', "Größe – 山", "{ x }", "100 %s", "a\\1 $1")


def setup():
    for name, text in FILES.items():
        box.write(f"site/{name}", text)


def page(template, **values):
    made = solution.Pages("site").render(template, values)
    assert type(made) is str
    return html.Page(made)


def inside(template, **values):
    """What the paragraph of the page holds, in a form without regard to how texts are escaped: (tag, text) pairs."""
    found = page(template, **values)
    return found.find("p").text, [(one.tag, one.text) for one in found.elements if one.tag != "p"]


def test_pages_extend_and_include_each_other():
    entry = {"word": "Gspusi", "hint": "noun & more", "lang": "bar", "examples": ["A Gspusi!", "Koa Gspusi <3"]}
    found = page("entry.html", entry=entry)
    assert found.find("title").text == found.find("h1").text == "Gspusi"
    assert found.find("h1").attributes["title"] == "noun & more"
    assert [one.text for one in found.find_all("li", lang="bar")] == entry["examples"]
    assert page("entry.html", entry={**entry, "examples": []}).find("p").text == "none"


def test_keys_of_dictionaries_are_shown():
    found = page("list.html.j2", words={"Haberer": ["friend", "x"], "Zwetschge & Co": ["plum"]})
    assert [one.text for one in found.find_all("li")] == ["Haberer: friend", "Zwetschge & Co: plum"]


def test_texts_are_shown_as_typed():
    for typed in TYPED:
        assert inside("lines.html", text=typed) == (typed, [])
        assert inside("marked.html.j2", text=typed, query="") == (typed, [])
        assert inside("references.html", text=typed) == (typed, [])
        assert page("list.html.j2", words={"x": [typed]}).find("li").text == f"x: {typed}"


def test_lines():
    assert inside("lines.html", text="one\ntwo\n\nthree") == ("onetwothree", [("br", "")] * 3)
    assert inside("lines.html", text="") == ("", [])


def test_the_query_is_marked():
    assert inside("marked.html.j2", text="A Gspusi, gs", query="gs") == ("A Gspusi, gs", [("mark", "Gs"), ("mark", "gs")])
    assert inside("marked.html.j2", text="Tom & Jerry", query="M & j") == ("Tom & Jerry", [("mark", "m & J")])
    assert inside("marked.html.j2", text="(a.b)* a+b", query="a.b)*") == ("(a.b)* a+b", [("mark", "a.b)*")])
    assert inside("marked.html.j2", text="ÜBER", query="über") == ("ÜBER", [("mark", "ÜBER")])
    assert inside("marked.html.j2", text="Haberer", query="x") == ("Haberer", [])


def test_lines_of_what_is_marked():
    found = inside("marked.txt", text="Gspusi\nA & B\nkoa gspusi", query="gspusi")
    assert found == ("GspusiA & Bkoa gspusi", [("mark", "Gspusi"), ("br", ""), ("br", ""), ("mark", "gspusi")])
    assert inside("marked.txt", text="a\nb", query="") == ("ab", [("br", "")])


def test_references():
    text = "like [Haberer], [Zwetschge & Co/2]; a [] and ]x["
    links = {"Haberer": "/word/Haberer", "Zwetschge & Co/2": "/word/Zwetschge%20%26%20Co%2F2"}
    assert inside("references.html", text=text) == ("like Haberer, Zwetschge & Co/2; a [] and ]x[", [("a", one) for one in links])
    assert [one.attributes["href"] for one in page("references.html", text=text).find_all("a")] == list(links.values())
    assert inside("references.page", text="[a]\n[b c]") == ("ab c", [("a", "a"), ("br", ""), ("a", "b c")])


def test_a_field():
    box = page("field.html.j2", name="q", value="Tom & Jerry's <3", hint="a word; 5 > 3").find("input")
    wanted = {"name": "q", "value": "Tom & Jerry's <3", "placeholder": "a word; 5 > 3"}
    assert {key: box.attributes.get(key) for key in wanted} == wanted
    assert page("field.html.j2", name="n", value="", hint="").find("input").attributes.get("value") == ""
