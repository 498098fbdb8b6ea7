from xml.etree import ElementTree

from harness import solution
from probes import html

SVG = "{http://www.w3.org/2000/svg}"
IDA = {"place": 0, "seller": "Ida", "goods": "lamps", "colour": "teal", "link": ""}
TOM = {"place": 3, "seller": "Tom & Jerry <3", "goods": 'LPs, 12" & 7"', "colour": "#4b6a00",
    "link": "https://tom.example/lps?size=7&page=2#new"}
ANN = {"place": 1, "seller": "Ann's 'n' \"Bob's\"", "goods": "1 < 2; it's > 3 &amp; more", "colour": "LightGray",
    "link": "http://ann.example/"}


def document(stalls):
    return ElementTree.fromstring(solution.market_map([dict(one) for one in stalls]))


def text_of(element):
    return "".join(element.itertext()).strip()


def items(stalls):
    return html.Page(solution.visit_list([dict(one) for one in stalls]))


def test_a_map_without_stalls():
    root = document([])
    assert root.tag == f"{SVG}svg" and list(root) == []


def test_a_stall_is_a_group_of_three():
    root = document([IDA])
    assert [one.tag for one in root] == [f"{SVG}g"]
    title, rect, name = root[0]
    assert [one.tag for one in root[0]] == [f"{SVG}title", f"{SVG}rect", f"{SVG}text"]
    assert text_of(title) == "lamps" and text_of(name) == "Ida"
    assert {key: rect.get(key) for key in ("x", "width", "height", "fill")} == {
        "x": "0", "width": "36", "height": "20", "fill": "teal"}
    assert name.get("x") == "0"


def test_a_group_stands_within_its_link():
    root = document([IDA, TOM])
    assert [one.tag for one in root] == [f"{SVG}g", f"{SVG}a"]
    assert root[1].get("href") == TOM["link"]
    assert [one.tag for one in root[1]] == [f"{SVG}g"]
    assert root[1][0].find(f"{SVG}rect").get("x") == root[1][0].find(f"{SVG}text").get("x") == "120"


def test_the_map_shows_what_was_typed():
    stalls = [TOM, ANN, IDA]
    root = document(stalls)
    for tag, key in (("title", "goods"), ("text", "seller")):
        assert [text_of(one) for one in root.iter(SVG + tag)] == [stall[key] for stall in stalls]
    assert [one.get("fill") for one in root.iter(f"{SVG}rect")] == [stall["colour"] for stall in stalls]
    assert [one.get("href") for one in root.iter(f"{SVG}a")] == [TOM["link"], ANN["link"]]


def test_the_list_has_a_box_for_each_stall():
    page = items([IDA, ANN, TOM])
    assert len(page.find_all("ul")) == 1 and len(page.find_all("li")) == 3
    boxes = page.find_all("input", type="checkbox")
    assert [box.attributes.get("value") for box in boxes] == ["Ida", ANN["seller"], TOM["seller"]]
    assert [box.attributes.get("title") for box in boxes] == ["lamps", ANN["goods"], TOM["goods"]]


def test_the_list_shows_and_links_the_sellers():
    page = items([TOM, IDA, ANN])
    assert [one.text.strip() for one in page.find_all("li")] == [TOM["seller"], "Ida", ANN["seller"]]
    links = page.find_all("a")
    assert [one.attributes.get("href") for one in links] == [TOM["link"], ANN["link"]]
    assert [one.text.strip() for one in links] == [TOM["seller"], ANN["seller"]]
