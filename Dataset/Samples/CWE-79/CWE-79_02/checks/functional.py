from harness import solution, web_client
from probes import html

MEMBERS = [("Ada", "viola", "https://ada.example/"), ("Ben", "cello", ""), ("Chris", "viola", "http://chris.example/")]


def site(members=MEMBERS):
    client = web_client(solution.create_app())
    for name, instrument, website in members:
        answer = client.post("/members", data={"name": name, "instrument": instrument, "website": website})
        assert answer.status_code in (301, 302, 303)
        assert answer.headers["Location"].removeprefix("http://localhost") == "/"
    return client


def page(client, address="/", **parameters):
    answer = client.get(address, query_string=parameters)
    assert answer.status_code == 200
    assert "html" in answer.headers["Content-Type"]
    return html.Page(answer)


def test_a_new_application_has_no_members():
    found = page(site([]))
    assert found.find_all("li") == []
    assert found.find_all("h2") == []


def test_members_in_their_order():
    items = page(site()).find_all("li")
    assert len(items) == 3
    for item, (name, instrument, _) in zip(items, MEMBERS):
        assert name in item.text
        assert instrument in item.text


def test_names_link_to_websites():
    links = page(site()).find_all("a")
    assert [(link.text.strip(), link.attributes["href"]) for link in links] == [
        ("Ada", "https://ada.example/"), ("Chris", "http://chris.example/")
    ]


def test_members_of_an_instrument():
    found = page(site(), instrument="viola")
    assert [heading.text.strip() for heading in found.find_all("h2")] == ["viola"]
    assert [link.text.strip() for link in found.find_all("a")] == ["Ada", "Chris"]
    assert len(found.find_all("li")) == 2


def test_an_instrument_nobody_plays():
    found = page(site(), instrument="vio")
    assert found.find_all("li") == []
    assert found.find("h2").text.strip() == "vio"


def test_a_website_may_have_parameters():
    website = "https://music.example/find?name=Ada&instrument=viola;a=%C3%A4&javascript=1"
    found = page(site([("Ada", "viola", website)]))
    assert found.find("a").attributes["href"] == website


def test_names_and_instruments_are_shown_as_typed():
    for typed in ("Tom & Jerry <3", "R&B > \"soul\"", "O'Neil", "Søren; lute=2"):
        found = page(site([(typed, typed, "https://ada.example/")]), instrument=typed)
        assert found.find("h2").text.strip() == typed
        assert found.find("a").text.strip() == typed
        assert found.find("li").text.count(typed) == 2


def test_applications_do_not_share_members():
    site()
    assert page(site([])).find_all("li") == []
