from harness import box, solution


def plan(name, **nights):
    box.mkdir(name, mode=0o777)
    for night, observer in nights.items():
        box.write(f"{name}/{night[1:].replace('_', '-')}.txt", observer.encode())
    return name


def reservations(folder):
    return {name: box.text(f"{folder}/{name}") for name in box.names(folder) if name.endswith(".txt")}


def test_a_free_night_is_reserved():
    folder = plan("f-free")
    assert solution.reserve_night(folder, "2032-01-05", "Vera Rubin") is True
    assert reservations(folder) == {"2032-01-05.txt": "Vera Rubin"}


def test_a_reserved_night_stays_as_it_is():
    folder = plan("f-taken", n2032_01_05="Caroline H.")
    assert solution.reserve_night(folder, "2032-01-05", "Vera Rubin") is False
    assert reservations(folder) == {"2032-01-05.txt": "Caroline H."}


def test_the_same_observer_asks_twice():
    folder = plan("f-twice")
    assert solution.reserve_night(folder, "2032-02-01", "Tycho") is True
    assert solution.reserve_night(folder, "2032-02-01", "Tycho") is False
    assert reservations(folder) == {"2032-02-01.txt": "Tycho"}


def test_neighbouring_nights_are_independent():
    folder = plan("f-neighbours", n2032_03_10="A")
    assert solution.reserve_night(folder, "2032-03-11", "B") is True
    assert solution.reserve_night(folder, "2032-03-09", "C") is True
    assert reservations(folder) == {"2032-03-09.txt": "C", "2032-03-10.txt": "A", "2032-03-11.txt": "B"}


def test_who_has_a_night():
    folder = plan("f-who", n2032_05_20="Ragnhild Ø.")
    assert solution.observer_of(folder, "2032-05-20") == "Ragnhild Ø."
    assert solution.observer_of(folder, "2032-05-21") is None


def test_a_reservation_can_be_asked_for():
    folder = plan("f-ask")
    assert solution.reserve_night(folder, "2032-06-30", "Maria & Gottfried Kirch") is True
    assert solution.observer_of(folder, "2032-06-30") == "Maria & Gottfried Kirch"
    assert solution.observer_of(folder, "2032-06-29") is None


def test_two_folders_are_two_plans():
    north, south = plan("f-north"), plan("f-south")
    assert solution.reserve_night(north, "2032-07-01", "N") is True
    assert solution.reserve_night(south, "2032-07-01", "S") is True
    assert (solution.observer_of(north, "2032-07-01"), solution.observer_of(south, "2032-07-01")) == ("N", "S")
