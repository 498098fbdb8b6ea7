from harness import solution, web_client


def book(client, pitch, nights, adults, children):
    answer = client.post("/bookings", json={"pitch": pitch, "nights": nights, "adults": adults, "children": children})
    return answer.status_code, answer.get_json()


def test_a_family_at_the_lake():
    client = web_client(solution.create_app())
    assert book(client, "lake", 7, 2, 3) == (201, {"number": 1, "total": 7 * (2400 + 2 * 900 + 3 * 400)})


def test_the_shortest_stay_of_one_person():
    client = web_client(solution.create_app())
    assert book(client, "wood", 1, 1, 0) == (201, {"number": 1, "total": 2700})


def test_the_longest_stay_of_most_people():
    client = web_client(solution.create_app())
    assert book(client, "lake", 28, 6, 0)[1]["total"] == 28 * (2400 + 6 * 900)
    assert book(client, "lake", 28, 1, 5)[1]["total"] == 28 * (2400 + 900 + 5 * 400)


def test_bookings_are_numbered_and_listed():
    client = web_client(solution.create_app())
    assert client.get("/bookings").get_json() == []
    assert book(client, "wood", 3, 2, 0) == (201, {"number": 1, "total": 10800})
    assert book(client, "lake", 2, 1, 1) == (201, {"number": 2, "total": 7400})
    answer = client.get("/bookings")
    assert answer.status_code == 200
    assert answer.get_json() == [
        {"number": 1, "pitch": "wood", "nights": 3, "adults": 2, "children": 0, "total": 10800},
        {"number": 2, "pitch": "lake", "nights": 2, "adults": 1, "children": 1, "total": 7400},
    ]


def test_an_unknown_pitch_is_not_booked():
    client = web_client(solution.create_app())
    assert book(client, "island", 2, 2, 0)[0] == 404
    assert client.get("/bookings").get_json() == []
    assert book(client, "lake", 1, 2, 0) == (201, {"number": 1, "total": 4200})


def test_each_application_has_its_own_bookings():
    first, second = web_client(solution.create_app()), web_client(solution.create_app())
    book(first, "lake", 1, 1, 0)
    assert second.get("/bookings").get_json() == []
