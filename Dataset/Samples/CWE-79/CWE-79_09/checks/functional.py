from urllib.parse import quote

from harness import box, solution, web_client
from probes import browser, html

NAMES = ("HMS Beagle #2 (50%).png", "Cox & Sons' tug <3.png", "100%25?.png", "Fähre +1.png", "a;b=c.jpg", "{0} {x} {{ 1 }}.gif")


def site(folder, names=NAMES):
    box.mkdir(folder)
    for name in names:
        box.write(f"{folder}/{name}", name.encode())
    return browser.Browser(solution.create_app(box.path(folder)), origin="https://ships.example"), folder


def client(folder, names=NAMES):
    for name in names:
        box.write(f"{folder}/{name}", name.encode())
    return web_client(solution.create_app(box.path(folder)))


def test_list_and_pages():
    ada, _ = site("f1")
    shown = ada.get("/")
    items = [item.text for item in shown.page.find_all("li")]
    assert items == sorted(NAMES)
    for name in NAMES:
        plan = ada.get("/").click(name)
        assert plan.status == 200
        assert plan.page.find("h1").text == plan.page.find("title").text == name
        picture = plan.page.find("img")
        assert picture.attributes["alt"] == name
        assert ada.get(picture.attributes["src"]).data == name.encode()


def test_pictures_are_attachments():
    made = client("f2")
    answer = made.get(f"/files/{quote(NAMES[0])}")
    assert answer.status_code == 200 and answer.data == NAMES[0].encode()
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_plans_come_and_go():
    made = client("f3", ["a.png"])
    box.write("f3/b.png", b"b")
    assert [item.text for item in html.Page(made.get("/")).find_all("li")] == ["a.png", "b.png"]
    box.remove("f3/a.png")
    assert [item.text for item in html.Page(made.get("/")).find_all("li")] == ["b.png"]
    assert made.get("/plans/a.png").status_code == made.get("/files/a.png").status_code == 404


def test_plans_that_are_not_there():
    made = client("f4")
    for way in ("plans", "files"):
        answer = made.get(f"/{way}/{quote('No & <3.png')}", headers={"Referer": "http://a.example/?b=c&d"})
        page = html.Page(answer)
        assert answer.status_code == 404 and page.find("p").text == "There is no plan No & <3.png."
        assert [link.attributes["href"] for link in page.find_all("a") if link.text == "Back"] == ["http://a.example/?b=c&d"]


def back(page):
    (href,) = [link.attributes["href"] for link in page.find_all("a") if link.text == "Back"]
    return href


def test_the_way_back():
    made = client("f5")
    for referer, leads in (("https://a.example/x?y=1&z='2'", None), ("http://b.example", None), ("ships", "/"), ("ftp://a.example/", "/"), ("", "/")):
        page = html.Page(made.get("/plans/a%3Bb%3Dc.jpg", headers={"Referer": referer} if referer else {}))
        assert back(page) == (leads or referer)


def rows(made):
    return [row for row in (html.Page(made.get("/visits")).find_all("td"))]


def test_visits():
    made = client("f6")
    assert rows(made) == []
    made.get(f"/plans/{quote(NAMES[1])}", headers={"Referer": "https://a.example/?b=1&c=it's", "User-Agent": "Fox/1 (a; b) & <3"})
    made.get("/plans/nothing.png", headers={"User-Agent": "Lost"})
    made.get(f"/plans/{quote(NAMES[3])}", headers={"Referer": "from a friend", "User-Agent": ""})
    cells = rows(made)
    assert [cell.text for cell in cells] == [NAMES[3], "from a friend", "", NAMES[1], "https://a.example/?b=1&c=it's", "Fox/1 (a; b) & <3"]
    links = html.Page(made.get("/visits")).find_all("a")
    assert [link.attributes["href"] for link in links if link.text.startswith("https:")] == ["https://a.example/?b=1&c=it's"]


def test_the_last_forty():
    made = client("f7", ["a.png"])
    for number in range(42):
        made.get("/plans/a.png", headers={"User-Agent": f"Fox {number}"})
    assert [cell.text for cell in rows(made)][2::3] == [f"Fox {number}" for number in range(41, 1, -1)]
