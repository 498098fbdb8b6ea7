from harness import solution
from probes import browser

PASSWORDS = {"ada": "steam", "bo": "rail & <tie>"}
PARTNERS = ["https://fair.example", "https://expo.example:8443"]
START = dict.fromkeys("1234", "straight")


def site():
    return solution.create_app(dict(PASSWORDS), list(PARTNERS))


def member(app, name="ada"):
    visitor = browser.Browser(app, origin="https://club.example")
    answer = visitor.fetch("/api/login", "POST", json={"name": name, "password": PASSWORDS[name]})
    assert (answer.status, answer.json) == (200, {"name": name})
    return visitor


def switch(page, number, position, status=200):
    answer = page.fetch(f"/api/points/{number}", "POST", json={"position": position})
    assert answer.sent, answer.blocked
    assert answer.status == status
    return answer


def state(page):
    answer = page.fetch("/api/points")
    assert answer.status == 200
    return answer.json


def test_all_points_are_straight_at_first():
    assert state(member(site())) == START


def test_points_are_switched_on_the_club_s_page():
    ada = member(site())
    assert switch(ada, 2, "turned").json == {**START, "2": "turned"}
    assert switch(ada, 4, "turned").json == {**START, "2": "turned", "4": "turned"}
    assert switch(ada, 2, "straight").json == state(ada) == {**START, "4": "turned"}


def test_points_are_the_same_for_all_members():
    app = site()
    ada, bo = member(app), member(app, "bo")
    switch(ada, 1, "turned")
    assert state(bo) == {**START, "1": "turned"}


def test_points_are_switched_on_pages_of_partners():
    ada = member(site())
    for number, partner in enumerate(PARTNERS, 1):
        page = ada.on(partner)
        answer = switch(page, number, "turned")
        assert answer.readable and answer.json[str(number)] == "turned"
        seen = page.fetch("/api/points")
        assert seen.readable and seen.json == state(ada)
    assert state(ada) == {**START, "1": "turned", "2": "turned"}


def test_other_positions_and_numbers():
    ada = member(site())
    for position in ("left", "", None, 1, "Turned"):
        switch(ada, 3, position, 400)
    for number in ("0", "5", "one", "11"):
        switch(ada, number, "turned", 404)
    assert state(ada) == START


def test_without_login():
    app = site()
    for page in (browser.Browser(app, origin="https://club.example"),
                 browser.Browser(app, origin="https://club.example").on(PARTNERS[0])):
        assert page.fetch("/api/points").status == 401
        switch(page, 1, "turned", 401)
    assert state(member(app)) == START


def test_wrong_names_and_passwords():
    for name, password in (("ada", "rail & <tie>"), ("ada", ""), ("cy", "steam"), ("", "")):
        visitor = browser.Browser(site(), origin="https://club.example")
        assert visitor.fetch("/api/login", "POST", json={"name": name, "password": password}).status == 401
        assert visitor.fetch("/api/points").status == 401
