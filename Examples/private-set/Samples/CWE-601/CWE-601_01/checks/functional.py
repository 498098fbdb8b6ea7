from html.parser import HTMLParser

from harness import solution, web_client

MEMBERS = {"ada": "beans", "Björn": "kål & løk"}


def browser():
    return web_client(solution.create_app(dict(MEMBERS)))


def sign_in(client, **more):
    return client.post("/login", data={"name": "ada", "password": "beans", **more})


class Form(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.action = None
        self.method = None
        self.fields = {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.action = attributes.get("action")
            self.method = attributes.get("method")
        if tag == "input" and "name" in attributes:
            self.fields[attributes["name"]] = attributes.get("value") or ""


def test_the_form():
    answer = browser().get("/login")
    assert answer.status_code == 200
    form = Form(answer.get_data(as_text=True))
    assert form.method.lower() == "post"
    assert {"name", "password", "next"} <= set(form.fields)
    assert form.fields["next"] == ""


def test_the_form_carries_next():
    answer = browser().get("/login", query_string={"next": "/plots/12?tab=soil&row=2#notes"})
    form = Form(answer.get_data(as_text=True))
    assert form.fields["next"] == "/plots/12?tab=soil&row=2#notes"


def test_lands_on_the_page_asked_for():
    for page in ["/", "/shed", "/plots/12?tab=soil&row=2#notes", "/tools/rake/", "/a/b/c?d=e#f"]:
        answer = sign_in(browser(), next=page)
        assert answer.status_code == 302
        assert answer.headers["Location"] == page


def test_a_query_may_hold_an_address():
    for page in [
        "/order?shop=https://seeds.example/peas?size=2",
        "/order?shop=//seeds.example/peas",
        "/order#https://seeds.example/",
    ]:
        assert sign_in(browser(), next=page).headers["Location"] == page


def test_without_next():
    for more in [{}, {"next": ""}]:
        answer = sign_in(browser(), **more)
        assert answer.status_code == 302
        assert answer.headers["Location"] == "/plots"


def test_no_path_of_ours():
    for target in ["shed", "plots/12", "?tab=soil", "#notes", "http://localhost/shed", "mailto:ada@plots.example"]:
        client = browser()
        answer = sign_in(client, next=target)
        assert answer.status_code == 302
        assert answer.headers["Location"] == "/plots"
        assert client.get("/me").get_data(as_text=True) == "ada"


def test_wrong_password_or_name():
    for name, password in [("ada", "peas"), ("ada", ""), ("bob", "beans"), ("", "")]:
        client = browser()
        answer = client.post("/login", data={"name": name, "password": password, "next": "/shed?a=1"})
        assert answer.status_code == 401
        assert Form(answer.get_data(as_text=True)).fields["next"] == "/shed?a=1"
        assert client.get("/me").status_code == 401


def test_me():
    client = browser()
    assert client.get("/me").status_code == 401
    sign_in(client, next="/shed")
    answer = client.get("/me")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.get_data(as_text=True) == "ada"


def test_names_of_all_kinds():
    client = browser()
    answer = client.post("/login", data={"name": "Björn", "password": "kål & løk", "next": "/shed"})
    assert answer.headers["Location"] == "/shed"
    assert client.get("/me").get_data(as_text=True) == "Björn"
