from harness import solution
from probes import browser

WARDENS = {"ada": "fir", "bo": "pine"}


def visitor(app, name=None):
    made = browser.Browser(app, origin="https://lights.market.example")
    if name:
        assert made.get("/login").form().submit(name=name, password=WARDENS[name]).status == 200
    return made


def on(app):
    return sorted(int(stall) for stall, lit in visitor(app).get("/state").json.items() if lit)


def test_lamps_are_switched():
    app = solution.create_app(WARDENS, 12)
    assert visitor(app).get("/state").json == {str(number): False for number in range(1, 13)}
    page = visitor(app, "ada").get("/")
    for stall in ("1", "12", "7"):
        shown = page.form(action="/light").submit(stall=stall, on="yes")
        assert shown.status == 200 and shown.form(action="/dark")
    assert on(app) == [1, 7, 12]
    page.form(action="/light").submit(stall="7", on="no")
    assert on(app) == [1, 12]


def test_all_off_and_several_wardens():
    app = solution.create_app(WARDENS, 3)
    ada, bo = visitor(app, "ada").get("/"), visitor(app, "bo").get("/")
    ada.form(action="/light").submit(stall="1", on="yes")
    bo.form(action="/light").submit(stall="2", on="yes")
    assert on(app) == [1, 2]
    bo.form(action="/dark").submit()
    assert on(app) == []
    ada.form(action="/light").submit(stall="3", on="yes")
    assert on(app) == [3]


def test_what_is_no_switch():
    app = solution.create_app(WARDENS, 3)
    page = visitor(app, "ada").get("/")
    for stall, wanted in (("4", "yes"), ("0", "yes"), ("x", "no"), ("1", "maybe"), ("", "yes"), ("1", "")):
        assert page.form(action="/light").submit(stall=stall, on=wanted).status == 400
    assert on(app) == []


def test_an_open_page_outlives_a_login():
    app = solution.create_app(WARDENS, 3)
    ada = visitor(app, "ada")
    page = ada.get("/")
    ada.get("/login").form().submit(name="ada", password="fir")
    page.form(action="/light").submit(stall="2", on="yes")
    assert on(app) == [2]


def test_who_is_not_logged_in():
    app = solution.create_app(WARDENS, 3)
    guest = visitor(app)
    assert guest.get("/").status == 401
    for name, password in (("ada", "pine"), ("zed", "fir")):
        assert guest.get("/login").form().submit(name=name, password=password).status == 401
    assert guest.get("/").status == 401
