from harness import solution, web_client
from probes import html

RECORDS = [
    {"number": "A-17", "title": "Blue Train", "artist": "John Coltrane"},
    {"number": "A-18", "title": "Tom & Jerry <3", "artist": "The \"Strays\""},
    {"number": "C-1b", "title": "Kind of Blue", "artist": "Miles Davis"},
    {"number": "X-9", "title": "O'Neil's Ölkännchen", "artist": "Blue Notes"},
]
MANY = [{"number": f"N-{n}", "title": f"Song {n}", "artist": "Ann"} for n in range(1, 24)]


def site(records=RECORDS):
    return web_client(solution.create_app([dict(record) for record in records]))


def page(client, address, status=200, **query):
    answer = client.get(address, query_string=query)
    assert answer.status_code == status, answer.status_code
    assert "html" in answer.headers["Content-Type"]
    return html.Page(answer)


def texts(found, tag):
    return [" ".join(element.text.split()) for element in found.find_all(tag)]


def numbers(found):
    return [link.attributes["href"].rpartition("/records/")[2] for item in found.find_all("li")
        for link in found.find_all("a") if item in link.around]


def test_records_are_found_by_title_and_artist():
    client = site()
    assert numbers(page(client, "/search", q="blue")) == ["A-17", "C-1b", "X-9"]
    assert numbers(page(client, "/search", q="DAVIS")) == ["C-1b"]
    assert numbers(page(client, "/search", q="train")) == ["A-17"]
    assert numbers(page(client, "/search", q="")) == numbers(page(client, "/search")) == ["A-17", "A-18", "C-1b", "X-9"]
    assert numbers(page(client, "/search", q="polka")) == []


def test_the_search_page_tells_what_was_searched_for():
    counts = {"blue": 3, "Tom & Jerry <3": 1, '"Strays"': 1, "ölkänn": 1, "a+b%20 &amp;": 0}
    for typed, count in counts.items():
        found = page(site(), "/search", q=typed)
        assert f"{count} records for {typed}" in texts(found, "p"), typed
        assert found.find("input", name="q").attributes["value"] == typed
        assert found.find("form").attributes["action"].rstrip("?") == "/search"
    assert page(site(), "/search").find("input", name="q").attributes.get("value", "") == ""


def test_items_show_title_and_artist():
    found = page(site(), "/search", q="tom")
    assert [link.text.strip() for link in found.find_all("a") if "/records/" in link.attributes["href"]] == [
        "Tom & Jerry <3"]
    assert "The \"Strays\"" in found.find("li").text


def test_ten_records_on_a_page():
    client = site(MANY)
    assert numbers(page(client, "/search", q="song")) == [f"N-{n}" for n in range(1, 11)]
    assert numbers(page(client, "/search", q="song", page="2")) == [f"N-{n}" for n in range(11, 21)]
    assert numbers(page(client, "/search", q="song", page="3")) == ["N-21", "N-22", "N-23"]
    assert numbers(page(client, "/search", q="song", page="4")) == []
    assert "23 records for song" in texts(page(client, "/search", q="song", page="3"), "p")


def test_a_page_that_is_no_number():
    for typed in ("0", "-1", "two", "1.5", "<2 & 3>"):
        assert f"There is no page {typed}" in texts(page(site(), "/search", 400, q="blue", page=typed), "p")


def test_a_record():
    found = page(site(), "/records/A-18")
    assert texts(found, "h1") == ["Tom & Jerry <3"]
    assert "The \"Strays\"" in texts(found, "p")


def test_a_record_that_is_not_there():
    for typed in ("B-3", "a-17", "R&B 'x' \"y\" <3"):
        assert f"There is no record {typed}" in texts(page(site(), f"/records/{typed}", 404), "p")


def test_suggestions():
    client = site()
    assert client.get("/suggest?q=blue").get_json(force=True) == {"q": "blue", "titles": ["Blue Train", "Kind of Blue"]}
    typed = "Tom & Jerry <3"
    assert client.get("/suggest", query_string={"q": typed}).get_json(force=True) == {"q": typed, "titles": [typed]}
    assert len(site(MANY).get("/suggest?q=song").get_json(force=True)["titles"]) == 10


def test_addresses_that_do_not_exist():
    for path in ("/serach", "/records", "/a/b & c <3>/d", "/"):
        assert f"There is nothing at {path}" in texts(page(site(), path, 404), "p")
