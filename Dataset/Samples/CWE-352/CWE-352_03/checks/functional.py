from harness import solution
from probes import browser

SITE = "https://pool.example"
MEMBERS = {"ada": "fins", "bo": "snorkel 2"}
BOOKINGS = [
    {"id": 7301, "member": "ada", "lane": 5, "day": "2024-06-02"},
    {"id": 7302, "member": "bo", "lane": 1, "day": "2024-05-31"},
    {"id": 7303, "member": "ada", "lane": 4, "day": "2024-05-31"},
    {"id": 7304, "member": "ada", "lane": 3, "day": "2024-06-02"},
]
OF_ADA = ["2024-05-31 lane 4", "2024-06-02 lane 3", "2024-06-02 lane 5"]


def site():
    return solution.create_app(MEMBERS, BOOKINGS)


def member(app, name="ada"):
    visitor = browser.Browser(app, origin=SITE)
    visit = visitor.get("/login").form().submit(name=name, password=MEMBERS[name])
    assert visit.status == 200
    assert visit.url.endswith("/bookings")
    return visitor


def listed(visit):
    """`day lane n` of every item, in its order."""
    assert visit.status == 200
    found = []
    for item in visit.page.find_all("li"):
        text = " ".join(item.text.split())
        found += [f"{b['day']} lane {b['lane']}" for b in BOOKINGS if b["day"] in text and f"lane {b['lane']}" in text]
    assert len(found) == len(visit.page.find_all("li"))
    return found


def test_own_bookings_are_listed_in_order():
    app = site()
    assert listed(member(app).get("/bookings")) == OF_ADA
    assert listed(member(app, "bo").get("/bookings")) == ["2024-05-31 lane 1"]


def test_every_booking_can_be_cancelled():
    visit = member(site()).get("/bookings")
    assert [text for text, *_ in visit.clickables].count("Cancel") == 3


def test_a_click_cancels_this_booking():
    for number in range(3):
        ada = member(site())
        answer = ada.get("/bookings").click("Cancel", index=number)
        assert answer.url.endswith("/bookings")
        assert listed(answer) == OF_ADA[:number] + OF_ADA[number + 1:]
        assert listed(ada.get("/bookings")) == listed(answer)


def test_all_bookings_can_be_cancelled_one_after_the_other():
    visit = member(site()).get("/bookings")
    for left in (2, 1, 0):
        visit = visit.click("Cancel")
        assert len(listed(visit)) == left


def test_bookings_of_others_stay():
    app = site()
    ada, bo = member(app), member(app, "bo")
    ada.get("/bookings").click("Cancel", index=0)
    assert listed(bo.get("/bookings")) == ["2024-05-31 lane 1"]
    bo.get("/bookings").click("Cancel")
    assert listed(bo.get("/bookings")) == []
    assert listed(ada.get("/bookings")) == OF_ADA[1:]


def test_a_cancelled_booking_stays_cancelled():
    app = site()
    member(app).get("/bookings").click("Cancel", index=1)
    assert listed(member(app).get("/bookings")) == [OF_ADA[0], OF_ADA[2]]


def test_wrong_names_and_passwords():
    app = site()
    for name, password in (("ada", "snorkel 2"), ("ada", ""), ("cy", "fins")):
        visitor = browser.Browser(app, origin=SITE)
        assert visitor.get("/login").form().submit(name=name, password=password).status == 401
        assert visitor.get("/bookings").url.endswith("/login")


def test_strangers_and_others_cancel_nothing():
    app = site()
    ada, bo = member(app), member(app, "bo")
    stranger = browser.Browser(app, origin=SITE)
    for _, kind, address, _ in ada.get("/bookings").clickables:
        for visitor in (stranger, bo):
            visitor.get(address) if kind == "link" else visitor.post(address)
    assert listed(ada.get("/bookings")) == OF_ADA
