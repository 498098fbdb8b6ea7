from harness import solution
from probes import browser, html

MEMBERS = {"ada": "owl & hare", "bo": "bat <3", "Cy O'Neil": "Hen 7"}
STORM, FOG = ("a b.jpg", b"\xff\xd8storm\x00\xff", "image/jpeg"), ("fog.jpg", b"fog", "image/jpeg")


def site():
    return solution.create_app(dict(MEMBERS))


def visitor(app, name=None):
    made = browser.Browser(app, origin="https://lights.example")
    if name:
        visit = made.get("/login").form().submit(name=name, password=MEMBERS[name])
        assert visit.status == 200 and visit.url.endswith("/photos"), visit.url
    return made


def upload(who, photo, caption):
    visit = who.get("/photos").form(action="/photos").submit(photo=photo, caption=caption)
    assert visit.status == 200 and visit.url.endswith("/preview"), (visit.status, visit.url)
    return visit


def click(who, text):
    visit = who.get("/preview").click(text)
    assert visit.status == 200 and visit.url.endswith("/photos")


def entered(*members):
    return [{"member": member, "caption": caption, "size": len(photo[1])} for member, photo, caption in members]


def test_a_draft_is_shown():
    ada = visitor(site(), "ada")
    shown = upload(ada, STORM, "Storm")
    assert shown.page.find("h2").text.strip() == "Storm"
    draft = ada.get("/draft")
    assert draft.status == 200 and draft.data == STORM[1] and draft.headers["Content-Type"].startswith("image/jpeg")
    assert ada.get("/calendar").json == []


def test_captions_are_shown_as_they_were_typed():
    ada = visitor(site(), "ada")
    shown = upload(ada, STORM, 'Fog & "surf" <3')
    assert html.shows(shown.text, 'Fog & "surf" <3') or shown.page.find("h2").text.strip() == 'Fog & "surf" <3'
    click(ada, "Enter it")
    assert ada.get("/calendar").json == entered(("ada", STORM, 'Fog & "surf" <3'))


def test_drafts_are_entered_in_order():
    app = site()
    ada, cy = visitor(app, "ada"), visitor(app, "Cy O'Neil")
    upload(ada, STORM, "Storm")
    upload(cy, FOG, "Fog")
    click(cy, "Enter it")
    click(ada, "Enter it")
    upload(cy, STORM, "Storm, too")
    click(cy, "Enter it")
    calendar = visitor(app).get("/calendar")
    assert calendar.status == 200
    assert calendar.json == entered(("Cy O'Neil", FOG, "Fog"), ("ada", STORM, "Storm"), ("Cy O'Neil", STORM, "Storm, too"))


def test_a_draft_is_replaced():
    ada = visitor(site(), "ada")
    upload(ada, STORM, "Storm")
    assert upload(ada, FOG, "Fog").page.find("h2").text.strip() == "Fog"
    assert ada.get("/draft").data == FOG[1]
    click(ada, "Enter it")
    assert ada.get("/calendar").json == entered(("ada", FOG, "Fog"))


def test_a_draft_is_discarded():
    app = site()
    ada, bo = visitor(app, "ada"), visitor(app, "bo")
    upload(ada, STORM, "Storm")
    upload(bo, FOG, "Fog")
    click(ada, "Discard")
    assert ada.get("/draft").status == 404
    assert bo.get("/draft").data == FOG[1]
    assert ada.get("/calendar").json == []


def test_there_is_no_draft_at_first_and_after_it_was_entered():
    ada = visitor(site(), "ada")
    assert ada.get("/preview").url.endswith("/photos")
    assert ada.get("/draft").status == 404
    upload(ada, STORM, "Storm")
    click(ada, "Enter it")
    assert ada.get("/preview").url.endswith("/photos")
    assert ada.get("/draft").status == 404


def test_a_draft_waits_at_another_computer():
    app = site()
    upload(visitor(app, "ada"), STORM, "Storm")
    there = visitor(app, "ada")
    assert there.get("/preview").page.find("h2").text.strip() == "Storm"
    click(there, "Enter it")
    assert there.get("/calendar").json == entered(("ada", STORM, "Storm"))


def test_another_member_takes_the_place():
    app = site()
    one = visitor(app, "ada")
    upload(one, STORM, "Storm")
    assert one.get("/login").form().submit(name="bo", password=MEMBERS["bo"]).url.endswith("/photos")
    assert one.get("/draft").status == 404
    upload(one, FOG, "Fog")
    click(one, "Enter it")
    assert one.get("/calendar").json == entered(("bo", FOG, "Fog"))


def test_without_a_file():
    ada = visitor(site(), "ada")
    assert ada.get("/photos").form(action="/photos").submit(caption="Nothing").status == 400
    assert ada.get("/draft").status == 404


def test_a_wrong_password_opens_nothing():
    for name, password in (("ada", "owl"), ("ada", MEMBERS["bo"]), ("eve", "owl"), ("", "")):
        one = visitor(site())
        assert one.get("/login").form().submit(name=name, password=password).status == 401
        assert one.get("/photos").url.endswith("/login")


def test_whoever_is_not_logged_in_is_sent_to_the_login():
    app = site()
    ada = visitor(app, "ada")
    upload(ada, STORM, "Storm")
    for path in ("/photos", "/preview", "/draft"):
        assert visitor(app).get(path).url.endswith("/login")
    for path in ("/photos", "/enter", "/discard"):
        visit = visitor(app).post(path, {})
        assert visit.status == 200 and visit.url.endswith("/login")
    assert ada.get("/draft").data == STORM[1]
