from harness import solution, web_client
from probes import html

TEXT = "It has 3 < x < 9 teeth & cannot bite."


def client(*riddles):
    made = web_client(solution.create_app())
    for title, text in riddles:
        assert made.post("/riddles", data={"title": title, "text": text}).status_code in (302, 303)
    return made


def blanks(text):
    return " ".join(text.split())


def links(made):
    return [(one.attributes["href"].rpartition("/riddles/")[2], blanks(one.attributes["title"]), one.text) for one in html.Page(made.get("/")).find_all("a") if "/riddles/" in one.attributes.get("href", "")]


def test_the_list():
    assert links(client()) == []
    made = client(("The comb", TEXT), ("5 < 6 & \"7\"", "Why's\r\nthat?"), ("Ü", "a"))
    assert links(made) == [("3", "a", "Ü"), ("2", "Why's that?", "5 < 6 & \"7\""), ("1", TEXT, "The comb")]


def test_the_beginning():
    for text, shown in (("x" * 40, "x" * 40), ("x" * 41, "x" * 40 + "…"), ("& < " * 12, ("& < " * 10).strip() + " …"), ("ö" * 39 + "ab", "ö" * 39 + "a…")):
        assert links(client(("Hm", text))) == [("1", shown, "Hm")]


def test_a_page_of_a_riddle():
    made = client(("The comb", TEXT), ("a 'b' \"c\" < d", "One & two\r\n\"three\" < '4'\r\n\r\nfour { 5 } %s"))
    first, second = (html.Page(made.get(f"/riddles/{number}")) for number in (1, 2))
    assert first.find("h1").text == first.find("title").text == "The comb" and html.shows(made.get("/riddles/1"), TEXT)
    assert second.find("h1").text == "a 'b' \"c\" < d" and second.find("title").text == "a 'b' \"c\" < d"
    assert len(second.find_all("br")) == 3 and len(first.find_all("br")) == 0
    for line in ("One & two", "\"three\" < '4'", "four { 5 } %s"):
        assert html.shows(made.get("/riddles/2"), line)


def test_what_is_no_riddle():
    made = client(("x" * 60, "y"), (" ", " z "))
    for title, text in (("", "y"), ("x" * 61, "y"), ("x", "")):
        assert made.post("/riddles", data={"title": title, "text": text}).status_code == 400
    assert len(links(made)) == 2
    assert [made.get(f"/riddles/{number}").status_code for number in (1, 2, 3, 0)] == [200, 200, 404, 404]


def test_each_application_has_its_own():
    one, two = client(("a", "b")), client()
    assert len(links(one)) == 1 and links(two) == []
    assert one.post("/riddles", data={"title": "c", "text": "d"}).headers["Location"].endswith("/riddles/2")
