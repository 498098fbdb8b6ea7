from harness import solution
from probes import browser

HOUSEHOLDS = {"ada": "owl & hare", "bo": "bat <3", "Cy O'Neil": "Hen 7"}


def street():
    return solution.create_app(dict(HOUSEHOLDS))


def household(app, name="ada"):
    visitor = browser.Browser(app, origin="https://street.example")
    visit = visitor.get("/login").form().submit(name=name, password=HOUSEHOLDS[name])
    assert visit.status == 200 and visit.url.endswith("/tools")
    return visitor


def add(visitor, *names):
    for name in names:
        visit = visitor.get("/tools").form(action="/tools").submit(name=name)
        assert visit.status == 200 and visit.url.endswith("/tools")


def rename(visitor, number, name):
    forms = [form for form in visitor.get("/tools").forms if form.data.action.endswith(f"/tools/{number}")]
    visit = next(form for form in forms if "name" in form.fields).submit(name=name)
    assert visit.status == 200 and visit.url.endswith("/tools")


def tools(visitor):
    visit = visitor.get("/tools")
    assert visit.status == 200 and visit.url.endswith("/tools")
    names = [item.text for item in visit.page.find_all("b")]
    assert len(names) == len(visit.page.find_all("li"))
    return names


def test_nobody_is_logged_in_at_first():
    visitor = browser.Browser(street(), origin="https://street.example")
    assert visitor.get("/tools").url.endswith("/login")
    assert {"name", "password"} <= set(visitor.get("/login").form().fields)


def test_wrong_names_and_passwords():
    app = street()
    for name, password in (("ada", "bat <3"), ("ada", ""), ("dee", "owl & hare")):
        visitor = browser.Browser(app, origin="https://street.example")
        assert visitor.get("/login").form().submit(name=name, password=password).status == 401
        assert visitor.get("/tools").url.endswith("/login")


def test_tools_of_all_households_as_they_were_typed():
    app = street()
    ada, bo = household(app), household(app, "bo")
    add(ada, "drill", "Tom's <b>big</b> saw & \"file\"")
    add(bo, "drill")
    assert tools(ada) == tools(bo) == ["drill", "Tom's <b>big</b> saw & \"file\"", "drill"]


def test_own_tools_have_buttons():
    app = street()
    ada, bo = household(app), household(app, "bo")
    add(ada, "drill", "saw"), add(bo, "axe")
    buttons = [text for text, *_ in ada.get("/tools").clickables]
    assert (buttons.count("Rename"), buttons.count("Take away"), buttons.count("Add")) == (2, 2, 1)


def test_a_tool_gets_another_name():
    app = street()
    ada, cy = household(app), household(app, "Cy O'Neil")
    add(ada, "drill"), add(cy, "saw", "axe")
    rename(cy, 2, "Säge <7> _method=DELETE")
    rename(ada, 1, "DELETE")
    assert tools(ada) == ["DELETE", "Säge <7> _method=DELETE", "axe"]


def test_a_tool_is_taken_away():
    ada = household(street())
    add(ada, "drill", "saw", "axe")
    assert ada.get("/tools").click("Take away", near="saw").url.endswith("/tools")
    assert tools(ada) == ["drill", "axe"]
    add(ada, "plane")
    rename(ada, 4, "pliers")
    ada.get("/tools").click("Take away", near="drill")
    assert tools(ada) == ["axe", "pliers"]


def test_tools_of_others_stay():
    app = street()
    ada, bo = household(app), household(app, "bo")
    add(ada, "drill"), add(bo, "saw")
    before = bo.get("/tools").forms
    for form in [one for one in before if one.data.action.endswith("/tools/2")]:
        fields = {name: value or "mine" for name, value in form.fields.items()}
        for number in (1, 77):
            assert bo.post(f"/tools/{number}", fields).status == 404
    assert tools(ada) == ["drill", "saw"]


def test_another_household_at_the_same_browser():
    app = street()
    visitor = household(app)
    add(visitor, "drill")
    visitor.get("/login").form().submit(name="bo", password=HOUSEHOLDS["bo"])
    add(visitor, "saw")
    visit = visitor.get("/tools")
    assert [text for text, *_ in visit.clickables].count("Take away") == 1
    visit.click("Take away")
    assert tools(visitor) == ["drill"]
