import base64

from harness import attempt, inconclusive, solution, web_client
from probes import markers, search
from probes.grammars.ranked import in_turn


def hostile(marker, own):
    """Hostile data by name: within a cookie that the service set itself, packed like it, and as pickles in base64."""
    made = {name: value for name, value in marker.repacked(own).items() if value.isascii()}
    plain = {f"{name}, in base64": base64.b64encode(data).decode() for name, data in marker.pickles().items()}
    return marker.embedded(own), made, plain


def attack(send, tries):
    app = solution.create_app()
    client = web_client(app)
    attempt(client.post, "/answer", data={"station": "Pond", "points": "5"})
    own = client.get_cookie("trail")
    if own is None:
        inconclusive("the solution set no cookie to start from")
    marker = markers.new()
    made = hostile(marker, own.decoded_value)
    cookies = {name: value for one in made for name, value in one.items()}

    def ran(name):
        client.set_cookie("trail", cookies[name])
        attempt(send, client)
        return "it ran on the server" if marker.fired else None

    search.attack("the cookie", in_turn(*made), ran, tries, shrink=0)


def test_a_cookie_runs_nothing():
    attack(lambda client: client.get("/progress"), 160)


def test_a_cookie_with_an_answer_runs_nothing():
    attack(lambda client: client.post("/answer", data={"station": "Hive", "points": "1"}), 12)
