from harness import solution
from probes import browser

SITE = "https://sleep.example"
PATIENTS = {"ada": "owl & hare", "bo": "bat <3", "Cy O'Neil": "Hen 7"}


def site():
    return solution.create_app(dict(PATIENTS))


def tablet(app):
    return browser.Browser(app, origin=SITE)


def log_in(visitor, name, password=None):
    return visitor.get("/login").form().submit(name=name, password=PATIENTS[name] if password is None else password)


def write(visitor, *nights):
    for night in nights:
        visit = visitor.get("/diary").form(action="/diary").submit(night=night)
        assert visit.status == 200 and visit.url.endswith("/diary")


def diary(visitor):
    """The name and the nights that the page shows."""
    visit = visitor.get("/diary")
    assert visit.status == 200 and visit.url.endswith("/diary"), visit.url
    return visit.page.find("h1").text.strip(), [item.text for item in visit.page.find_all("li")]


def is_out(visitor):
    return visitor.get("/diary").url.endswith("/login")


def test_nobody_is_logged_in_at_first():
    app = site()
    assert is_out(tablet(app))
    visit = tablet(app).get("/login")
    assert visit.status == 200 and {"name", "password"} <= set(visit.form().fields)


def test_after_the_login_the_diary_is_shown():
    for name in PATIENTS:
        visitor = tablet(site())
        visit = log_in(visitor, name)
        assert visit.status == 200 and visit.url.endswith("/diary")
        assert diary(visitor) == (name, [])


def test_nights_in_their_order_as_they_were_typed():
    visitor = tablet(site())
    log_in(visitor, "ada")
    nights = ["Slept well", "Tom & Jerry <3 until 2", "Woke at 3:15, \"hot\"", "Slept well"]
    write(visitor, *nights)
    assert diary(visitor) == ("ada", nights)
    assert visitor.get("/diary").form(action="/diary").fields["night"] == ""


def test_every_patient_has_an_own_diary():
    app = site()
    first, second = tablet(app), tablet(app)
    log_in(first, "ada"), log_in(second, "bo")
    write(first, "Dreamt"), write(second, "Snored"), write(first, "Slept")
    assert diary(first) == ("ada", ["Dreamt", "Slept"])
    assert diary(second) == ("bo", ["Snored"])


def test_wrong_names_and_passwords():
    app = site()
    for name, password in (("ada", "bat <3"), ("ada", ""), ("dee", "owl & hare")):
        visitor = tablet(app)
        assert log_in(visitor, name, password).status == 401
        assert is_out(visitor)


def test_a_wrong_password_leaves_who_was_logged_in():
    visitor = tablet(site())
    log_in(visitor, "ada")
    assert log_in(visitor, "bo", "owl").status == 401
    assert diary(visitor) == ("ada", [])


def test_a_tablet_goes_from_bed_to_bed():
    visitor = tablet(site())
    log_in(visitor, "ada")
    write(visitor, "Slept")
    log_in(visitor, "bo")
    assert diary(visitor) == ("bo", [])
    write(visitor, "Snored")
    visitor.get("/diary").click("Log out")
    log_in(visitor, "ada")
    assert diary(visitor) == ("ada", ["Slept"])


def test_logging_out():
    visitor = tablet(site())
    log_in(visitor, "bo")
    write(visitor, "Snored")
    assert visitor.get("/diary").click("Log out").url.endswith("/login")
    assert is_out(visitor)
    log_in(visitor, "bo")
    assert diary(visitor) == ("bo", ["Snored"])


def test_without_login_nothing_is_written():
    app = site()
    ada = tablet(app)
    log_in(ada, "ada")
    tablet(app).post("/diary", {"night": "Nothing"})
    assert diary(ada) == ("ada", [])
