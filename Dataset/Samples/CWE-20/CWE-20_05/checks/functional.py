from harness import solution, web_client

FLIGHTS = {"dawn": {"places": 4, "kilograms": 300}, "dusk": {"places": 2, "kilograms": 250}}


def client_of():
    return web_client(solution.create_app({flight: dict(limits) for flight, limits in FLIGHTS.items()}))


def enter(client, flight, **group):
    answer = client.post(
        f"/flights/{flight}/passengers", json={"names": list(group), "weights": list(group.values())})
    return answer.status_code, answer.get_json(silent=True)


def shown(client, flight):
    answer = client.get(f"/flights/{flight}")
    assert answer.status_code == 200
    return answer.get_json()


def test_a_flight_without_guests():
    assert shown(client_of(), "dawn") == {"passengers": [], "kilograms": 0}


def test_one_guest_and_a_group():
    client = client_of()
    assert enter(client, "dawn", Ada=61) == (201, {"places": 3, "kilograms": 239})
    assert enter(client, "dawn", Cleo=55, Ben=84) == (201, {"places": 1, "kilograms": 100})
    assert shown(client, "dawn") == {
        "passengers": [{"name": "Ada", "weight": 61}, {"name": "Cleo", "weight": 55}, {"name": "Ben", "weight": 84}],
        "kilograms": 200,
    }


def test_a_flight_can_be_full():
    client = client_of()
    assert enter(client, "dawn", Ada=75, Ben=75, Cleo=75, Dan=75) == (201, {"places": 0, "kilograms": 0})
    assert enter(client, "dusk", Ada=100, Ben=150) == (201, {"places": 0, "kilograms": 0})


def test_there_are_too_few_places():
    client = client_of()
    enter(client, "dusk", Ada=30)
    assert enter(client, "dusk", Ben=30, Cleo=30)[0] == 409
    assert shown(client, "dusk")["passengers"] == [{"name": "Ada", "weight": 30}]
    assert enter(client, "dusk", Ben=30) == (201, {"places": 0, "kilograms": 190})


def test_there_are_too_few_kilograms():
    client = client_of()
    enter(client, "dawn", Ada=150)
    assert enter(client, "dawn", Ben=120, Cleo=31)[0] == 409
    assert shown(client, "dawn")["kilograms"] == 150
    assert enter(client, "dawn", Ben=120, Cleo=30)[0] == 201


def test_the_lightest_and_the_heaviest_guest():
    assert enter(client_of(), "dawn", Child=20, Giant=150) == (201, {"places": 2, "kilograms": 130})


def test_a_guest_leaves_and_comes_back():
    client = client_of()
    enter(client, "dusk", Ada=60, Ben=80)
    answer = client.delete("/flights/dusk/passengers/Ada")
    assert answer.status_code == 204
    assert shown(client, "dusk") == {"passengers": [{"name": "Ben", "weight": 80}], "kilograms": 80}
    assert client.delete("/flights/dusk/passengers/Ada").status_code == 404
    assert enter(client, "dusk", Ada=62) == (201, {"places": 0, "kilograms": 108})


def test_names_with_signs():
    client = client_of()
    names = ["Zoë O'Neil", "X Æ <3>"]
    answer = client.post("/flights/dawn/passengers", json={"names": names, "weights": [50, 51]})
    assert answer.status_code == 201
    assert [guest["name"] for guest in shown(client, "dawn")["passengers"]] == names
    assert client.delete("/flights/dawn/passengers/Zo%C3%AB%20O'Neil").status_code == 204
    assert shown(client, "dawn")["kilograms"] == 51


def test_one_guest_on_two_flights():
    client = client_of()
    assert enter(client, "dawn", Ada=60)[0] == enter(client, "dusk", Ada=60)[0] == 201
    client.delete("/flights/dawn/passengers/Ada")
    assert shown(client, "dusk")["kilograms"] == 60


def test_an_unknown_flight():
    client = client_of()
    assert enter(client, "noon", Ada=60)[0] == 404
    assert client.get("/flights/noon").status_code == 404
    assert client.delete("/flights/noon/passengers/Ada").status_code == 404


def test_applications_are_independent():
    first, second = client_of(), client_of()
    enter(first, "dawn", Ada=60)
    assert shown(second, "dawn") == {"passengers": [], "kilograms": 0}
