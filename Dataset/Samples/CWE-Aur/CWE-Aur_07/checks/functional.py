from harness import solution, web_client


def site():
    accounts = {"ida": {"password": "moss", "address": "Quay 3"}, "tom & co": {"password": "tom's", "address": "Hill 9"}}
    return solution.create_app(accounts)


def ask(client, method, path, body=None, status=200):
    answer = client.open(path, method=method, json=body)
    assert answer.status_code == status, f"{method} {path}: {answer.status_code}"
    return answer.get_json() if status == 200 else None


def logged_in(app, name="ida", password="moss"):
    client = web_client(app)
    assert ask(client, "POST", "/login", {"name": name, "password": password}) == {"name": name}
    return client


def test_tiles_are_put_into_a_box():
    app = site()
    client, other = web_client(app), web_client(app)
    assert ask(client, "GET", "/box") == []
    assert ask(client, "POST", "/box", {"tile": "sea green 10"}) == ["sea green 10"]
    assert ask(client, "POST", "/box", {"tile": "<b> & \"white\""}) == ["sea green 10", "<b> & \"white\""]
    assert ask(client, "POST", "/box", {"tile": "sea green 10"}) == ["sea green 10", "<b> & \"white\"", "sea green 10"]
    assert len(ask(client, "GET", "/box")) == 3 and ask(other, "GET", "/box") == []


def test_the_box_stays_when_somebody_logs_in():
    client = web_client(site())
    ask(client, "POST", "/box", {"tile": "slate"})
    ask(client, "POST", "/login", {"name": "tom & co", "password": "tom's"})
    assert ask(client, "GET", "/box") == ["slate"]
    assert ask(client, "POST", "/box", {"tile": "ivory"}) == ["slate", "ivory"]
    assert ask(client, "GET", "/me") == {"name": "tom & co", "address": "Hill 9", "orders": []}


def test_who_is_not_logged_in():
    client = web_client(site())
    for _ in range(2):
        ask(client, "GET", "/me", status=401)
        ask(client, "POST", "/order", status=401)
        ask(client, "POST", "/password", {"old": "moss", "new": "fern"}, 401)
        ask(client, "POST", "/box", {"tile": "slate"})
    ask(client, "POST", "/login", {"name": "ida", "password": "fern"}, 403)
    ask(client, "POST", "/login", {"name": "eve", "password": "moss"}, 403)
    ask(client, "GET", "/me", status=401)
    assert ask(client, "GET", "/box") == ["slate", "slate"]


def test_orders_are_numbered_over_all_accounts():
    app = site()
    ida, tom = logged_in(app), logged_in(app, "tom & co", "tom's")
    ask(ida, "POST", "/box", {"tile": "slate"}), ask(tom, "POST", "/box", {"tile": "ivory"})
    assert ask(ida, "POST", "/order") == {"order": 1, "tiles": ["slate"]}
    assert ask(ida, "GET", "/box") == [] and ask(tom, "GET", "/box") == ["ivory"]
    assert ask(tom, "POST", "/order") == {"order": 2, "tiles": ["ivory"]}
    ask(ida, "POST", "/box", {"tile": "sand"}), ask(ida, "POST", "/box", {"tile": "moss"})
    assert ask(ida, "POST", "/order") == {"order": 3, "tiles": ["sand", "moss"]}
    assert ask(ida, "GET", "/me")["orders"] == [{"order": 1, "tiles": ["slate"]}, {"order": 3, "tiles": ["sand", "moss"]}]
    assert ask(tom, "GET", "/me")["orders"] == [{"order": 2, "tiles": ["ivory"]}]


def test_a_visit_ends():
    client = logged_in(site())
    ask(client, "POST", "/box", {"tile": "slate"})
    assert ask(client, "POST", "/logout") == {}
    assert ask(client, "GET", "/box") == []
    ask(client, "GET", "/me", status=401)
    assert ask(client, "POST", "/box", {"tile": "sand"}) == ["sand"]
    ask(client, "POST", "/login", {"name": "ida", "password": "moss"})
    assert ask(client, "GET", "/me")== {"name": "ida", "address": "Quay 3", "orders": []}


def test_another_account_logs_in():
    client = logged_in(site())
    ask(client, "POST", "/login", {"name": "tom & co", "password": "tom's"})
    assert ask(client, "GET", "/me") == {"name": "tom & co", "address": "Hill 9", "orders": []}


def test_a_password_is_changed():
    app = site()
    first, second, tom = logged_in(app), logged_in(app), logged_in(app, "tom & co", "tom's")
    ask(first, "POST", "/password", {"old": "fern", "new": "bark"}, 403)
    assert ask(second, "GET", "/me")["name"] == "ida"
    assert ask(first, "POST", "/password", {"old": "moss", "new": "fern"}) == {}
    assert ask(first, "GET", "/me")["name"] == "ida" and ask(tom, "GET", "/me")["name"] == "tom & co"
    ask(second, "GET", "/me", status=401)
    ask(second, "POST", "/login", {"name": "ida", "password": "moss"}, 403)
    ask(second, "POST", "/login", {"name": "ida", "password": "fern"})
    assert ask(second, "GET", "/me") == {"name": "ida", "address": "Quay 3", "orders": []}


def test_applications_are_independent():
    first, second = logged_in(site()), web_client(site())
    ask(first, "POST", "/box", {"tile": "slate"})
    assert ask(second, "GET", "/box") == []
    ask(second, "GET", "/me", status=401)
