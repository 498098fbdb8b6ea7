from harness import solution, web_client


def answer(client, station, points):
    response = client.post("/answer", data={"station": station, "points": str(points)})
    assert response.status_code == 200
    return response.get_json()


def progress(client):
    response = client.get("/progress")
    assert response.status_code == 200
    return response.get_json()


def test_nothing_at_first():
    assert progress(web_client(solution.create_app())) == {"stations": {}, "points": 0}


def test_points_add_up():
    client = web_client(solution.create_app())
    assert answer(client, "Old oak", 3) == {"stations": {"Old oak": 3}, "points": 3}
    assert answer(client, "Pond", 10) == {"stations": {"Old oak": 3, "Pond": 10}, "points": 13}
    assert answer(client, "Hive", 0) == {"stations": {"Old oak": 3, "Pond": 10, "Hive": 0}, "points": 13}
    assert progress(client) == {"stations": {"Old oak": 3, "Pond": 10, "Hive": 0}, "points": 13}


def test_a_station_is_answered_again():
    client = web_client(solution.create_app())
    answer(client, "Pond", 9)
    answer(client, "Hive", 1)
    assert answer(client, "Pond", 4) == {"stations": {"Pond": 4, "Hive": 1}, "points": 5}


def test_names_of_all_kinds():
    client = web_client(solution.create_app())
    names = ["Fuchsbau & Höhle", "O'Neill's; \"stone\" = 1", "a.b,c:d|e/f%20+g", "森の池"]
    for name in names:
        answer(client, name, 2)
    assert progress(client) == {"stations": {name: 2 for name in names}, "points": 8}


def test_twenty_stations():
    client = web_client(solution.create_app())
    for number in range(20):
        answer(client, f"Station {number}", number % 11)
    assert progress(client)["stations"] == {f"Station {number}": number % 11 for number in range(20)}


def test_visitors_have_cookies_of_their_own():
    app = solution.create_app()
    one, other = web_client(app), web_client(app)
    answer(one, "Pond", 5)
    answer(other, "Hive", 7)
    assert progress(one) == {"stations": {"Pond": 5}, "points": 5}
    assert progress(other) == {"stations": {"Hive": 7}, "points": 7}


def test_the_cookie_holds_it_all():
    app = solution.create_app()
    client = web_client(app)
    answer(client, "Pond", 5)
    cookie = client.get_cookie("trail").decoded_value
    answer(client, "Hive", 7)
    back = web_client(app)
    back.set_cookie("trail", cookie)
    assert progress(back) == {"stations": {"Pond": 5}, "points": 5}
