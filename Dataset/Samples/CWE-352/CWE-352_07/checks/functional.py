from harness import solution
from probes import browser, html

SITE = "https://lunch.school.example"
PUPILS = {"ada": "owl & hare", "bo": "bat <3", "Cy O'Neil": "Hen 7"}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def site():
    return solution.create_app(dict(PUPILS))


def visitor(app, name=None):
    made = browser.Browser(app, origin=SITE)
    if name:
        visit = made.get("/login").form().submit(name=name, password=PUPILS[name])
        assert visit.status == 200 and visit.url.endswith("/lunch"), visit.url
    return made


def week(of):
    visit = of.get("/lunch")
    assert visit.status == 200 and visit.url.endswith("/lunch"), visit.url
    return [item.text.strip() for item in visit.page.find_all("li")]


def nothing(**but):
    return [f"{day}: {but.get(day, 'nothing')}" for day in DAYS]


def order(of, day, dish):
    visit = of.get("/lunch").form(action="/lunch").submit(day=day, dish=dish)
    assert visit.status == 200 and visit.url.endswith("/lunch")


def test_nothing_is_ordered_at_first():
    assert week(visitor(site(), "ada")) == nothing()


def test_dishes_are_ordered_and_others_ordered_in_their_place():
    ada = visitor(site(), "ada")
    order(ada, "Wednesday", "soup")
    order(ada, "Friday", "fish")
    assert week(ada) == nothing(Wednesday="soup", Friday="fish")
    order(ada, "Wednesday", "stew")
    assert week(ada) == nothing(Wednesday="stew", Friday="fish")


def test_dishes_are_shown_as_they_were_typed():
    ada = visitor(site(), "ada")
    order(ada, "Monday", 'Fish & "chips" <large>')
    assert html.shows(ada.get("/lunch").text, 'Fish & "chips" <large>') or week(ada)[0] == 'Monday: Fish & "chips" <large>'


def test_all_is_cancelled():
    ada = visitor(site(), "ada")
    order(ada, "Monday", "soup")
    order(ada, "Friday", "fish")
    visit = ada.get("/lunch").click("Cancel all")
    assert visit.status == 200 and visit.url.endswith("/lunch")
    assert week(ada) == nothing()
    order(ada, "Tuesday", "rice")
    assert week(ada) == nothing(Tuesday="rice")


def test_everybody_has_orders_of_their_own():
    app = site()
    ada, cy = visitor(app, "ada"), visitor(app, "Cy O'Neil")
    order(ada, "Monday", "soup")
    order(cy, "Monday", "rice")
    assert (week(ada)[0], week(cy)[0]) == ("Monday: soup", "Monday: rice")
    cy.get("/lunch").click("Cancel all")
    assert (week(ada)[0], week(cy)[0]) == ("Monday: soup", "Monday: nothing")
    order(visitor(app, "ada"), "Tuesday", "stew")
    assert week(ada) == nothing(Monday="soup", Tuesday="stew")


def test_a_wrong_password_opens_nothing():
    for name, password in (("ada", "owl"), ("ada", PUPILS["bo"]), ("eve", "owl"), ("", "")):
        one = visitor(site())
        assert one.get("/login").form().submit(name=name, password=password).status == 401
        assert one.get("/lunch").url.endswith("/login")


def test_whoever_is_not_logged_in_is_sent_to_the_login():
    app = site()
    for visit in (visitor(app).get("/lunch"), visitor(app).post("/lunch", {"day": "Monday", "dish": "soup"}),
                  visitor(app).post("/lunch/cancel", {})):
        assert visit.status == 200 and visit.url.endswith("/login")
    assert week(visitor(app, "ada")) == nothing()


def test_there_is_no_lunch_on_other_days():
    ada = visitor(site(), "ada")
    shown = ada.get("/lunch")
    form = shown.form(action="/lunch")
    assert sorted(option.text.strip() for option in shown.page.find_all("option")) == sorted(DAYS)
    form.fields["day"] = "Sunday"
    assert form.submit(dish="soup").status == 400
    assert week(ada) == nothing()
