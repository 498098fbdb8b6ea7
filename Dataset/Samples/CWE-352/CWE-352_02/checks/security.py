from harness import attempt, exploit_if, inconclusive, solution
from probes import browser

SITE = "https://greenhouse.example"
FOREIGN = "https://evil.example"
START = {"temperature": 18, "vents": "closed"}


def log_in(visitor):
    visitor.fetch("/api/login", "POST", json={"name": "ada", "password": "beet"})
    return visitor


def gardener():
    ada = log_in(browser.Browser(solution.create_app({"ada": "beet"}), origin=SITE))
    if state(ada) != START:
        inconclusive("Ada could not log in")
    return ada


def state(ada):
    return ada.fetch("/api/state").json


def attack(sends, ada):
    for name, send in sends.items():
        attempt(send)
        if ada.fetch("/api/state").status == 401:  # the application may have ended the session after the attack
            log_in(ada)
        exploit_if(state(ada) != START, f"{name}: another site changed the greenhouse to {state(ada)}")


def test_another_site_does_not_set_the_temperature():
    ada = gardener()
    attack(ada.on(FOREIGN).attacks("/api/temperature", {"value": 35}), ada)


def test_another_site_does_not_open_the_vents():
    ada = gardener()
    attack(ada.on(FOREIGN).attacks("/api/vents", {"position": "open"}), ada)


def test_a_script_sends_json_under_another_type():
    ada = gardener()
    evil = ada.on(FOREIGN)
    kinds = (
        "text/plain", "text/plain; charset=utf-8", "text/plain; x=application/json", "text/plain; application/json",
        "application/x-www-form-urlencoded; x=application/json", "multipart/form-data; boundary=application/json",
    )
    attack({
        kind: lambda kind=kind: evil.fetch("/api/vents", "POST", data='{"position": "open"}', content_type=kind)
        for kind in kinds
    }, ada)


def test_a_script_is_given_no_leave_to_send_json():
    ada = gardener()
    for origin in (FOREIGN, "null", "https://greenhouse.example.evil.example", "https://evilgreenhouse.example"):
        evil = ada.on(origin)
        attack({
            f"JSON from {origin}": lambda: evil.fetch("/api/vents", "POST", json={"position": "open"}),
            f"JSON with a header from {origin}": lambda: evil.fetch(
                "/api/temperature", "POST", json={"value": 35}, headers={"X-Requested-With": "XMLHttpRequest"}),
        }, ada)


def test_a_form_holds_json():
    ada = gardener()
    evil = ada.on(FOREIGN)
    attack({
        "name of a field": lambda: evil.post("/api/vents", {'{"position": "open", "x": "': '"}'}, enctype="text/plain"),
        "hidden origin": lambda: evil.post(
            "/api/temperature", {'{"value": 35, "x": "': '"}'}, enctype="text/plain", referrer=False),
    }, ada)
