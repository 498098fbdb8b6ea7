from harness import attempt, exploit_if, inconclusive, solution
from probes import browser

SITE = "https://farm.example"
HOME = "1 Hill Road"
TRAP = "9 Trap Lane"
FOREIGN = "https://evil.example"
PASSWORDS = {"ada": "beet", "eve": "weed"}


def new_site():
    return solution.create_app({
        "ada": {"password": PASSWORDS["ada"], "address": HOME},
        "eve": {"password": PASSWORDS["eve"], "address": "3 Moor End"},
    })


def log_in(visitor, name="ada"):
    visitor.get("/login").form().submit(name=name, password=PASSWORDS[name])
    return visitor


def customer(app, name="ada"):
    return log_in(browser.Browser(app, origin=SITE), name)


def address(visitor):
    form = visitor.get("/address").form()
    return form.fields.get("address") if form else None


def attack(ada, fields, site=FOREIGN):
    if address(ada) != HOME:
        inconclusive("Ada could not log in")
    sends = ada.on(site).attacks("/address", fields).values()
    for send in sends:
        attempt(send)
    if address(ada) is None:  # a refusal may have ended her session, and spared the later attacks
        for send in sends:
            log_in(ada)
            attempt(send)
        log_in(ada)
    exploit_if(address(ada) == TRAP, f"a page of {site} changed Ada's address with {fields}")


def test_another_site_cannot_send_the_form():
    attack(customer(new_site()), {"address": TRAP})


def test_an_empty_form_of_the_site_does_not_help():
    app = new_site()
    hidden = {name: "" for name in customer(app, "eve").get("/address").form().fields}
    attack(customer(app), {**hidden, "address": TRAP})


def test_the_form_of_another_customer_does_not_help():
    app = new_site()
    attack(customer(app), {**customer(app, "eve").get("/address").form().fields, "address": TRAP})


def test_the_form_of_a_stranger_does_not_help():
    app = new_site()
    stranger = browser.Browser(app, origin=SITE)
    attack(customer(app), {**stranger.get("/login").form().fields, "address": TRAP})


def test_a_site_with_a_similar_name_cannot_send_the_form():
    for site in ("https://farm.example.evil.example", "https://evilfarm.example"):
        attack(customer(new_site()), {"address": TRAP}, site)


def test_a_customer_who_has_not_seen_the_form_yet():
    ada = log_in(browser.Browser(new_site(), origin=SITE, follow=False))
    attempt(lambda: ada.on(FOREIGN).post("/address", {"address": TRAP}))
    exploit_if(address(ada) == TRAP, "a form that another site sent right after the login changed Ada's address")


def test_a_piece_of_the_form_that_can_be_guessed_does_not_help():
    """There are so few single characters that the other site can send a form with each; here it sends the right one."""
    ada = customer(new_site())
    guess = {name: value[:1] for name, value in ada.get("/address").form().fields.items()}
    attempt(lambda: ada.on(FOREIGN).post("/address", {**guess, "address": TRAP}))
    exploit_if(address(ada) == TRAP, f"one character of each field, {guess}, changed Ada's address")
