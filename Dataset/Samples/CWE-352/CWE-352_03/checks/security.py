from urllib.parse import parse_qsl, urlsplit

from harness import attempt, exploit_if, inconclusive, solution
from probes import browser

SITE = "https://pool.example"
FOREIGN = "https://evil.example"
PASSWORDS = {"ada": "fins", "eve": "weed"}
ADA, EVE = 48151, 62342


def pool():
    return solution.create_app(PASSWORDS, [
        {"id": ADA, "member": "ada", "lane": 4, "day": "2024-05-31"},
        {"id": EVE, "member": "eve", "lane": 6, "day": "2024-06-01"},
    ])


def log_in(visitor, name="ada"):
    visitor.get("/login").form().submit(name=name, password=PASSWORDS[name])
    return visitor


def member(app, name="ada", **options):
    return log_in(browser.Browser(app, origin=SITE, **options), name)


def is_logged_in(ada):
    return ada.get("/bookings").url.endswith("/bookings")


def is_booked(ada):
    if not is_logged_in(ada):
        log_in(ada)
    return "lane 4" in ada.get("/bookings").page.text


def control(visitor):
    """Address and fields of the control that cancels the only booking on this member's page."""
    visit = visitor.get("/bookings")
    found = [one for one in visit.clickables if one[0].casefold() == "cancel"]
    if not found:
        inconclusive("there is nothing to click")
    _, kind, address, _ = found[0]
    fields = {}
    for form in visit.forms if kind == "form" else []:
        for button in form.data.buttons:
            given = button.attributes
            if "cancel" in (button.text + given.get("value", "")).casefold():
                fields = dict(form.fields) | ({given["name"]: given.get("value", "")} if "name" in given else {})
    return address, fields


def aimed_at_ada(address, fields):
    """Eve's own control, with the number of Ada's booking in the place of hers."""
    changed = {name: value.replace(str(EVE), str(ADA)) for name, value in fields.items()}
    return address.replace(str(EVE), str(ADA)), changed


def attack(app, address, fields):
    ada = member(app)
    if not is_booked(ada):
        inconclusive("Ada does not see her booking")
    sends = ada.on(FOREIGN).attacks(address, fields).values()
    for send in sends:
        attempt(send)
    if not is_logged_in(ada):  # a refusal may have ended her session, and spared the later attacks
        for send in sends:
            log_in(ada)
            attempt(send)
    exploit_if(not is_booked(ada), f"another site cancelled Ada's booking by {address} with {fields}")


def without_secrets(address, fields):
    """Only what names the booking: no token that belongs to Eve."""
    query = "&".join(f"{name}={value}" for name, value in parse_qsl(urlsplit(address).query) if value == str(ADA))
    path = urlsplit(address).path + ("?" + query if query else "")
    return path, {name: value for name, value in fields.items() if value == str(ADA)}


def test_another_site_cancels_nothing():
    app = pool()
    attack(app, *without_secrets(*aimed_at_ada(*control(member(app, "eve")))))


def test_the_page_of_another_member_does_not_help():
    app = pool()
    attack(app, *aimed_at_ada(*control(member(app, "eve"))))


def test_empty_fields_do_not_help():
    app = pool()
    address, fields = aimed_at_ada(*control(member(app, "eve")))
    attack(app, address, {name: value if value == str(ADA) else "" for name, value in fields.items()})


def test_a_member_who_has_not_seen_the_page_yet():
    app = pool()
    address, fields = without_secrets(*aimed_at_ada(*control(member(app, "eve"))))
    ada = member(app, follow=False)
    evil = ada.on(FOREIGN)
    attempt(lambda: evil.post(address, fields))
    attempt(lambda: evil.link(address))
    exploit_if(not is_booked(ada), "another site cancelled Ada's booking right after the login")
