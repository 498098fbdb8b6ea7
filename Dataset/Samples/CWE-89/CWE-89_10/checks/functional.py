from harness import solution
from probes import database

PARTS = [
    (1, "Shed 2/Rack A", "trolley pole"), (2, "Shed 2/Rack A/Box 7", "bell"), (3, "Shed 20", "rail bender"), (4, "Shed 2", "jack"),
    (5, "Shed 3/50 % left -- no lid; Hanna", "Öl; 5 l"), (6, "Shed 3/50 % left -- no lid; Hanna/Ä 1", "brush"), (7, "Shed 2/Rack A", "anvil"),
    (8, "Yard/Shed 2/Rack A", "sleeper"), (9, "Yard/Yard/Yard", "points"), (10, "2", "sign 2"), (11, "2/007", "sign 7"),
]


def start(name):
    db = database.create(name, {"parts": ("id INTEGER PRIMARY KEY, place TEXT, name TEXT", PARTS), "keys": ("holder TEXT, code TEXT", [("Ida", "1")])})
    return db, solution.Store(db.path)


def text(*numbers):
    return "".join(f"{name}\t{place}\n" for number in numbers for one, place, name in PARTS if one == number)


def test_parts_are_listed():
    _, store = start("f1.db")
    assert store.listing("Shed 2") == text(4, 7, 1, 2)
    assert store.listing("Shed 2/Rack A") == text(7, 1, 2)
    assert store.listing("Shed 2/Rack A/Box 7") == text(2)
    assert store.listing("Shed 20") == text(3)
    assert store.listing("Shed 3") == store.listing("Shed 3/50 % left -- no lid; Hanna") == text(5, 6)
    assert store.listing("Yard") == text(8, 9) and store.listing("2") == text(10, 11)


def test_places_where_nothing_lies():
    _, store = start("f2.db")
    for place in ("Shed 1", "Shed", "Rack A", "Shed 2/Rack", "Shed 2/Rack A/Box 7/x", "7", "007"):
        assert store.listing(place) == "" and store.move(place, "Elsewhere") == 0


def moved(name, place, other, *numbers):
    db, store = start(name)
    assert store.move(place, other) == len(numbers)
    assert db.rows("parts") == [(one, other + where[len(place):] if one in numbers else where, what) for one, where, what in PARTS]
    assert db.rows("keys") == [("Ida", "1")]
    assert store.listing(other) != "" and store.listing(place) == ""


def test_places_are_moved():
    moved("f3.db", "Shed 2/Rack A", "Shed 20", 1, 2, 7)
    moved("f4.db", "Shed 2", "Ä; 5 % -- & more/007", 1, 2, 4, 7)
    moved("f5.db", "Shed 3/50 % left -- no lid; Hanna", "Shed 2/Rack A", 5, 6)


def test_only_the_beginning_is_another():
    db, store = start("f6.db")
    assert store.move("Yard", "Pit") == 2
    assert store.listing("Pit") == "sleeper\tPit/Shed 2/Rack A\npoints\tPit/Yard/Yard\n"
    assert store.move("2", "3") == 2 and store.listing("3") == "sign 2\t3\nsign 7\t3/007\n"
    assert store.listing("Shed 2") == text(4, 7, 1, 2)


def test_the_file_is_asked_each_time():
    db, store = start("f7.db")
    store.listing("Shed 20")
    db.change("UPDATE parts SET place = 'Shed 20/new' WHERE id = 3")
    assert store.listing("Shed 20") == "rail bender\tShed 20/new\n"
    assert store.move("Shed 20", "Shed 9") == 1 and store.listing("Shed 9") == "rail bender\tShed 9/new\n"
