from urllib.parse import quote

from harness import box, solution, web_client

FILES = {
    "candles/public/index.html": "<h1>Candles</h1>",
    "candles/public/about.html": "<p>We are four.</p>",
    "candles/public/shop/index.html": "<p>Shop</p>",
    "candles/public/shop/prices.png": "a picture",
    "candles/public/shop/notes..old.txt": "Old notes: größer",
    "candles/public/me@home.css": "p { color: red }",
    "candles/public/a b/Grüße & mehr.html": "<p>Hi</p>",
    "candles/orders.csv": "Ada; 4",
    "Wax & Wick/public/index.html": "<h1>Wax</h1>",
    "honey/public/about.html": "<p>No index yet.</p>",
    "honey/plans/x.txt": "x",
}


def setup():
    for name, text in FILES.items():
        box.write(f"school/sites/{name}", text)


def shown(path, folder="school/sites", **asked):
    client = web_client(solution.create_app(folder))
    return client.get(quote(path), query_string=asked, follow_redirects=True)


def text(path, **asked):
    answer = shown(path, **asked)
    return answer.get_data(as_text=True) if answer.status_code == 200 else answer.status_code


def test_files_have_their_types():
    for path, kind in {"shop/prices.png": "image/png", "about.html": "text/html", "shop/notes..old.txt": "text/plain",
                       "me@home.css": "text/css"}.items():
        answer = shown(f"/candles/{path}")
        assert answer.status_code == 200 and answer.mimetype == kind
        assert answer.get_data(as_text=True) == FILES[f"candles/public/{path}"]


def test_folders_stand_for_their_index():
    assert text("/candles/") == "<h1>Candles</h1>"
    assert text("/Wax & Wick/") == "<h1>Wax</h1>"
    assert text("/candles/shop") == text("/candles/shop/") == "<p>Shop</p>"


def test_html_is_added():
    assert text("/candles/about") == "<p>We are four.</p>"
    assert text("/candles/shop/index") == "<p>Shop</p>"
    assert text("/candles/a b/Grüße & mehr") == text("/candles/a b/Grüße & mehr.html") == "<p>Hi</p>"
    assert shown("/candles/about").mimetype == "text/html"


def test_numbers_of_versions():
    assert text("/candles/shop/prices@12.png") == "a picture"
    assert text("/candles/about@2025.html") == "<p>We are four.</p>"
    assert text("/candles/shop/notes..old@3.txt") == "Old notes: größer"
    assert shown("/candles/shop/prices@1.png").mimetype == "image/png"


def test_the_source_of_a_page():
    for address in ("/candles/about", "/candles/about.html", "/candles/about@7.html"):
        assert text("/source", page=address) == "<p>We are four.</p>"
    assert text("/source", page="/candles/a b/Grüße & mehr") == "<p>Hi</p>"
    assert text("/source", page="/Wax & Wick/") == "<h1>Wax</h1>"
    assert shown("/source", page="/candles/about").mimetype == "text/plain"


def test_the_companies():
    assert shown("/").get_json() == ["Wax & Wick", "candles"]


def test_what_there_is_not():
    for path in ("/candles/contact", "/candles/contact.html", "/soap/", "/soap/index.html", "/candles/prices.png", "/honey/",
                 "/candles/orders.csv", "/honey/about/x"):
        assert text(path) == 404
    for address in ("/candles/contact", "/soap/", "/candles/orders.csv"):
        assert text("/source", page=address) == 404


def test_changes_show_at_once():
    box.write("other/a/public/index.html", "first")
    client = web_client(solution.create_app(box.path("other")))
    assert client.get("/a/").get_data(as_text=True) == "first"
    box.write("other/a/public/index.html", "second!")
    box.write("other/b/public/x.txt", "new")
    assert client.get("/a/").get_data(as_text=True) == "second!"
    assert client.get("/b/x.txt").get_data(as_text=True) == "new"
    assert client.get("/").get_json() == ["a"]
