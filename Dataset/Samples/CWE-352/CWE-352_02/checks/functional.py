from harness import solution
from probes import browser

PASSWORDS = {"ada": "beet", "bo": "leek & onion"}
SITE = "https://greenhouse.example"
START = {"temperature": 18, "vents": "closed"}


def gardener(app, name="ada"):
    visitor = browser.Browser(app, origin=SITE)
    answer = visitor.fetch("/api/login", "POST", json={"name": name, "password": PASSWORDS[name]})
    assert answer.status == 200
    assert answer.json == {"name": name}
    return visitor


def change(visitor, path, body):
    answer = visitor.fetch(path, "POST", json=body)
    return answer.status, answer.json


def state(visitor):
    answer = visitor.fetch("/api/state")
    assert answer.status == 200
    return answer.json


def test_the_greenhouse_at_the_start():
    assert state(gardener(solution.create_app(PASSWORDS))) == START


def test_a_temperature_is_set():
    ada = gardener(solution.create_app(PASSWORDS))
    assert change(ada, "/api/temperature", {"value": 24}) == (200, {"temperature": 24, "vents": "closed"})
    assert state(ada) == {"temperature": 24, "vents": "closed"}


def test_vents_are_opened_and_closed():
    ada = gardener(solution.create_app(PASSWORDS))
    assert change(ada, "/api/vents", {"position": "open"}) == (200, {"temperature": 18, "vents": "open"})
    assert state(ada) == {"temperature": 18, "vents": "open"}
    assert change(ada, "/api/vents", {"position": "closed"}) == (200, START)


def test_the_limits_of_the_temperature():
    ada = gardener(solution.create_app(PASSWORDS))
    for degrees in (5, 35):
        assert change(ada, "/api/temperature", {"value": degrees})[0] == 200
        assert state(ada)["temperature"] == degrees
    for degrees in (4, 36, -10, "warm", None):
        assert change(ada, "/api/temperature", {"value": degrees})[0] == 400
        assert state(ada)["temperature"] == 35


def test_unknown_positions():
    ada = gardener(solution.create_app(PASSWORDS))
    for position in ("half", "", None, 1):
        assert change(ada, "/api/vents", {"position": position})[0] == 400
    assert state(ada) == START


def test_gardeners_share_the_greenhouse():
    app = solution.create_app(PASSWORDS)
    ada, bo = gardener(app), gardener(app, "bo")
    assert change(bo, "/api/temperature", {"value": 12})[0] == 200
    assert state(ada) == {"temperature": 12, "vents": "closed"}


def test_applications_do_not_share_it():
    change(gardener(solution.create_app(PASSWORDS)), "/api/vents", {"position": "open"})
    assert state(gardener(solution.create_app(PASSWORDS))) == START


def test_wrong_names_and_passwords():
    visitor = browser.Browser(solution.create_app(PASSWORDS), origin=SITE)
    for name, password in (("ada", "leek & onion"), ("ada", ""), ("cy", "beet")):
        assert visitor.fetch("/api/login", "POST", json={"name": name, "password": password}).status == 401
        assert visitor.fetch("/api/state").status == 401


def test_nothing_works_without_login():
    app = solution.create_app(PASSWORDS)
    stranger = browser.Browser(app, origin=SITE)
    assert stranger.fetch("/api/state").status == 401
    assert change(stranger, "/api/temperature", {"value": 30})[0] == 401
    assert change(stranger, "/api/vents", {"position": "open"})[0] == 401
    assert state(gardener(app)) == START
