import json

from harness import solution


def told(ferry, *events):
    assert ferry.report(json.dumps([list(event) if isinstance(event, tuple) else [event] for event in events])) is None
    now = ferry.status()
    assert set(now) == {"state", "bank", "aboard", "trips"}
    return now["state"], now["bank"], now["aboard"], now["trips"]


def test_a_new_ferry():
    assert told(solution.Ferry(5)) == ("moored", "north", 0, [])


def test_people_come_and_leave():
    ferry = solution.Ferry(12)
    assert told(ferry, "open", ("on", 5)) == ("boarding", "north", 5, [])
    assert told(ferry, ("on", 7), ("off", 12), ("on", 1)) == ("boarding", "north", 1, [])
    assert told(ferry, "close") == ("moored", "north", 1, [])


def test_trips():
    ferry = solution.Ferry(12)
    assert told(ferry, "open", ("on", 5), "close", "cast off") == ("crossing", "north", 5, [5])
    assert told(ferry, "land") == ("moored", "south", 5, [5])
    assert told(ferry, "open", ("off", 3), "close", "cast off", "land") == ("moored", "north", 2, [5, 2])
    assert told(ferry, "cast off") == ("crossing", "north", 2, [5, 2, 2])
    assert told(ferry, "land", "open", ("off", 2), "close", "cast off", "land") == ("moored", "north", 0, [5, 2, 2, 0])


def test_what_is_taken_back():
    ferry = solution.Ferry(12)
    assert told(ferry, "open", ("on", 5), ("on", 3), "undo") == ("boarding", "north", 5, [])
    assert told(ferry, ("off", 4)) == ("boarding", "north", 1, [])
    assert told(ferry, "undo", ("on", 1), "undo", ("on", 2)) == ("boarding", "north", 7, [])


def test_two_ferries():
    one, other = solution.Ferry(1), solution.Ferry(1000)
    assert told(one, "open", ("on", 1))[2] == 1
    assert told(other, "open", ("on", 1000), "close")[2] == 1000
    assert told(one) == ("boarding", "north", 1, [])


def test_what_status_returns_is_new():
    ferry = solution.Ferry(4)
    told(ferry, "open", ("on", 2), "close", "cast off")
    first = ferry.status()
    told(ferry, "land")
    assert first == {"state": "crossing", "bank": "north", "aboard": 2, "trips": [2]}
