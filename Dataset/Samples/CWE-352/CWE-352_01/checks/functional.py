from harness import solution
from probes import browser

SITE = "https://farm.example"
CUSTOMERS = {
    "ada": {"password": "beet", "address": "1 Hill Road"},
    "bo": {"password": "leek & onion", "address": "Mill \"Old Wheel\", 2 <rear>"},
}


def site():
    return solution.create_app(CUSTOMERS)


def log_in(app, name, password):
    visitor = browser.Browser(app, origin=SITE)
    return visitor, visitor.get("/login").form().submit(name=name, password=password)


def address(visitor):
    return visitor.get("/address").form().fields["address"]


def test_the_login_page_has_a_form():
    visit = browser.Browser(site(), origin=SITE).get("/login")
    assert visit.status == 200
    assert {"name", "password"} <= set(visit.form().fields)


def test_after_the_login_the_address_is_shown():
    _, visit = log_in(site(), "ada", "beet")
    assert visit.status == 200
    assert visit.url.endswith("/address")
    assert visit.form().fields["address"] == "1 Hill Road"


def test_wrong_passwords_and_names():
    app = site()
    for name, password in (("ada", "leek & onion"), ("ada", ""), ("cy", "beet")):
        visitor, visit = log_in(app, name, password)
        assert visit.status == 401
        assert visitor.get("/address").url.endswith("/login")


def test_a_new_address_is_stored():
    ada, visit = log_in(site(), "ada", "beet")
    answer = visit.form().submit(address="4 Brook Street, flat 2")
    assert answer.status == 200
    assert answer.url.endswith("/address")
    assert answer.form().fields["address"] == "4 Brook Street, flat 2"
    assert address(ada) == "4 Brook Street, flat 2"


def test_an_address_can_be_changed_again():
    ada, _ = log_in(site(), "ada", "beet")
    for street in ("Oak Avenue 1", "Oak Avenue 2", "Oak Avenue 3"):
        ada.get("/address").form().submit(address=street)
        assert address(ada) == street


def test_every_customer_has_an_own_address():
    app = site()
    ada, _ = log_in(app, "ada", "beet")
    bo, _ = log_in(app, "bo", "leek & onion")
    assert address(bo) == CUSTOMERS["bo"]["address"]
    bo.get("/address").form().submit(address="Pier \"7\" & <Co>")
    assert address(bo) == "Pier \"7\" & <Co>"
    assert address(ada) == "1 Hill Road"


def test_the_address_outlives_the_session():
    app = site()
    ada, _ = log_in(app, "ada", "beet")
    ada.get("/address").form().submit(address="12 Field Lane")
    again, _ = log_in(app, "ada", "beet")
    assert address(again) == "12 Field Lane"


def test_without_login_there_is_only_the_login_page():
    app = site()
    stranger = browser.Browser(app, origin=SITE)
    visit = stranger.get("/address")
    assert visit.status == 200
    assert visit.url.endswith("/login")
    ada, _ = log_in(app, "ada", "beet")
    stranger.post("/address", {"address": "Nowhere"})
    assert address(ada) == "1 Hill Road"
