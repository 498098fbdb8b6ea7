from harness import solution


def park_with(points, *cars):
    park = solution.ChargingPark(points)
    for car in cars:
        park.arrive(car)
    return park


def test_an_empty_park():
    assert solution.ChargingPark(3).state() == ({}, [])


def test_points_are_given_out_from_the_first():
    park = solution.ChargingPark(3)
    assert [park.arrive(car) for car in "ABC"] == [1, 2, 3]
    assert park.state() == ({1: "A", 2: "B", 3: "C"}, [])


def test_who_finds_no_point_waits():
    park = solution.ChargingPark(1)
    assert [park.arrive(car) for car in "ABC"] == [1, None, None]
    assert park.state() == ({1: "A"}, ["B", "C"])


def test_a_point_goes_to_who_has_waited_longest():
    park = park_with(2, *"ABCD")
    assert park.depart("B") == "C"
    assert park.state() == ({1: "A", 2: "C"}, ["D"])
    assert park.depart("A") == "D"
    assert park.depart("C") is None
    assert park.state() == ({1: "D"}, [])


def test_the_free_point_with_the_lowest_number():
    park = park_with(4, *"ABCD")
    park.depart("C")
    park.depart("B")
    assert park.arrive("E") == 2
    assert park.arrive("F") == 3
    assert park.arrive("G") is None


def test_a_car_that_is_here_already():
    park = park_with(2, *"ABCD")
    assert park.arrive("B") == 2
    assert park.arrive("D") is None
    assert park.arrive("C") is None
    assert park.state() == ({1: "A", 2: "B"}, ["C", "D"])


def test_a_car_that_waits_no_longer():
    park = park_with(1, *"ABCD")
    assert park.depart("C") is None
    assert park.state() == ({1: "A"}, ["B", "D"])
    assert park.depart("A") == "B"
    assert park.depart("B") == "D"


def test_a_car_that_is_not_here():
    park = park_with(1, "A")
    assert park.depart("B") is None
    assert park.depart("A") is None
    assert park.depart("A") is None
    assert park.state() == ({}, [])


def test_a_car_comes_back():
    park = park_with(1, "A", "B")
    park.depart("A")
    assert park.arrive("A") is None
    assert park.depart("B") == "A"
    assert park.arrive("A") == 1


def test_what_the_screen_gets_is_a_copy():
    park = park_with(1, "A", "B")
    charging, waiting = park.state()
    park.depart("B")
    park.depart("A")
    assert (charging, waiting) == ({1: "A"}, ["B"])


def test_parks_are_independent():
    first, second = park_with(1, "A"), park_with(1, "B", "C")
    assert first.depart("B") is None
    assert second.state() == ({1: "B"}, ["C"])
