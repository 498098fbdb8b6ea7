from harness import solution, web_client

GREETINGS = {"en": "Welcome to the hide", "de": "Willkommen im Versteck", "se": "Bures boahtin – čáppa lottit"}


def browser():
    return web_client(solution.create_app(dict(GREETINGS)))


def location(back=None, referer=None):
    more = {}
    if back is not None:
        more["query_string"] = {"back": back}
    if referer is not None:
        more["headers"] = {"Referer": referer}
    answer = browser().get("/language/de", **more)
    assert answer.status_code == 302
    return answer.headers["Location"]


def test_the_first_language_without_a_cookie():
    answer = browser().get("/")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.get_data(as_text=True) == "Welcome to the hide"


def test_a_chosen_language_stays():
    client = browser()
    for code in ["de", "se", "en"]:
        client.get(f"/language/{code}")
        assert client.get("/").get_data(as_text=True) == GREETINGS[code]


def test_an_unknown_cookie():
    answer = browser().get("/", headers={"Cookie": "language=xx"})
    assert answer.get_data(as_text=True) == "Welcome to the hide"


def test_an_unknown_language():
    client = browser()
    client.get("/language/de")
    answer = client.get("/language/xx?back=/birds")
    assert answer.status_code == 404
    assert answer.headers.get("Set-Cookie") is None
    assert client.get("/").get_data(as_text=True) == "Willkommen im Versteck"


def test_the_cookie():
    cookie = browser().get("/language/de?back=/birds/owl").headers["Set-Cookie"]
    parts = [part.strip() for part in cookie.split(";")]
    assert parts[0] == "language=de"
    assert "path=/" in [part.lower() for part in parts]
    assert any(part.lower().startswith(("max-age=", "expires=")) for part in parts)


def test_a_path():
    for page in ["/", "/birds/owl", "/birds?page=2&sort=name", "/a//b/?c=/d", "/a/../b", "/birds/snowy%20owl"]:
        assert location(back=page) == page
        assert location(referer=page) == page


def test_a_whole_address():
    for page in ["/", "/birds/owl", "/birds?page=2&sort=name", "/a//b/?c=/d", "/a/../b", "/birds/snowy%20owl"]:
        assert location(back="http://localhost" + page) == page
        assert location(back="https://localhost" + page) == page
        assert location(referer="http://localhost" + page) == page


def test_a_host_with_a_port():
    headers = {"Host": "birds.example:8080", "Referer": "http://birds.example:8080/owl?page=2"}
    assert browser().get("/language/de", headers=headers).headers["Location"] == "/owl?page=2"
    headers["Referer"] = "http://birds.example:9090/owl?page=2"
    assert browser().get("/language/de", headers=headers).headers["Location"] == "/"


def test_a_whole_address_without_a_path():
    assert location(back="http://localhost") == "/"
    assert location(referer="http://localhost?page=2") == "/?page=2"


def test_the_fragment_is_left_out():
    assert location(back="/birds/owl?page=2#nest") == "/birds/owl?page=2"
    assert location(back="http://localhost/birds#nest") == "/birds"


def test_an_empty_query_is_left_out():
    assert location(back="/birds?") == "/birds"
    assert location(referer="http://localhost/birds?#nest") == "/birds"


def test_back_comes_first():
    assert location(back="/owl", referer="http://localhost/birds") == "/owl"
    assert location(back="", referer="http://localhost/birds") == "/birds"


def test_a_query_may_hold_an_address():
    page = "/links?to=https://owls.example/a?b=c"
    assert location(back=page) == page
    assert location(referer="http://localhost" + page) == page
    assert location(back="/links?to=//owls.example") == "/links?to=//owls.example"


def test_nothing_of_the_kind():
    assert location() == "/"
    for value in ["", "birds/owl", "owl", "?page=2", "ftp://localhost/birds", "http://owls.example/birds", "https://owls.example"]:
        assert location(back=value) == "/"
        assert location(referer=value) == "/"
