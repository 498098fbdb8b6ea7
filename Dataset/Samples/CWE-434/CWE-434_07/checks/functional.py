import io
from xml.etree import ElementTree

from harness import box, solution, web_client

SVG = "{http://www.w3.org/2000/svg}"
PUZZLE = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="90mm" height="50mm" viewBox="0 0 90 50">
  <title>Puzzle of a fish &amp; a cat</title>
  <g id="outer" transform="translate(5,5)" fill="none" stroke="#c00" stroke-width="0.1">
    <path d="M0 0h80v40h-80z"/><title>Größe &lt; 9 cm</title>
    <rect x="1" y="2" rx="3" ry="4" width="5" height="6"/><line x1="1" y1="2" x2="3" y2="4"/>
    <g><circle cx="5" cy="6" r="2"/><ellipse cx="7" cy="8" rx="1" ry="2"/></g>
  </g>
  <polyline points="0,0 1,1 2,0"/><polygon points="0,0 1,1 2,0"/>
</svg>
"""
BARE = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'


def gallery(name):
    box.mkdir(f"galleries/{name}")
    return web_client(solution.create_app(f"galleries/{name}"))


def sent(client, text, name="box.svg", kind="image/svg+xml"):
    answer = client.post("/drawings", data={"drawing": (io.BytesIO(text.encode()), name, kind)})
    assert answer.status_code == 201
    number = answer.get_json()["id"]
    assert isinstance(number, str) and number.replace("-", "").replace("_", "").replace(".", "").isalnum()
    return number


def shown(client, number):
    answer = client.get(f"/drawings/{number}")
    assert answer.status_code == 200 and answer.mimetype == "image/svg+xml"
    return ElementTree.fromstring(answer.data)


def content(root):
    """Elements with their attributes and texts, in their order."""
    return [(one.tag, one.attrib, (one.text or "").strip()) for one in root.iter()]


def test_a_drawing_is_shown():
    client = gallery("one")
    number = sent(client, PUZZLE)
    assert content(shown(client, number)) == content(ElementTree.fromstring(PUZZLE))
    assert [len(one) for one in shown(client, number).iter()] == [len(one) for one in ElementTree.fromstring(PUZZLE).iter()]


def test_every_upload_has_its_own_id():
    client = gallery("two")
    numbers = [sent(client, text, "a b.svg") for text in (BARE, PUZZLE, BARE)]
    assert len(set(numbers)) == 3
    assert [len(list(shown(client, number).iter())) for number in numbers] == [2, 12, 2]


def test_a_title_becomes_the_first_child():
    client = gallery("three")
    number, other = sent(client, BARE), sent(client, BARE)
    for title in ('Box "5 < 6" & lid', "it's a fish <3 &amp;", "Größe 9"):
        assert client.post(f"/drawings/{number}/title", data={"title": title}).status_code == 204
        root = shown(client, number)
        assert content(root)[1:] == [(f"{SVG}title", {}, title), (f"{SVG}path", {"d": "M0 0h9"}, "")]
    assert content(shown(client, other)) == content(ElementTree.fromstring(BARE))


def test_a_title_is_replaced():
    client = gallery("four")
    number = sent(client, PUZZLE)
    assert client.post(f"/drawings/{number}/title", data={"title": "Fish & cat"}).status_code == 204
    before, after = content(ElementTree.fromstring(PUZZLE)), content(shown(client, number))
    assert after == [before[0], (f"{SVG}title", {}, "Fish & cat"), *before[2:]]


def test_drawings_outlast_the_application():
    client = gallery("five")
    number = sent(client, PUZZLE)
    client.post(f"/drawings/{number}/title", data={"title": "Kept"})
    again = web_client(solution.create_app(box.path("galleries/five")))
    assert shown(again, number)[0].text == "Kept"
    assert sent(again, BARE) != number
    assert shown(again, number)[0].text == "Kept"


def test_what_there_is_not():
    client = gallery("six")
    assert client.post("/drawings", data={}).status_code == 400
    assert client.get("/drawings/nothing").status_code == 404
    assert client.post("/drawings/nothing/title", data={"title": "x"}).status_code == 404
