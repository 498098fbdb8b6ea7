from harness import solution

STOPS = ["Entrance", "Minerals", "Meteorites", "Dinosaurs", "Whales"]
NOTES = ["Store key under the mammoth", "Alarm 7719", "Rota"]
OTHER = "Please choose another number."


def guide(stops=5):
    return solution.AudioGuide(STOPS + NOTES, stops)


def test_every_stop_can_be_selected():
    tour = guide()
    assert [tour.select(str(number)) for number in (1, 5, 3, 2, 4)] == [STOPS[n - 1] for n in (1, 5, 3, 2, 4)]


def test_a_number_that_is_too_high():
    tour = guide()
    assert tour.select("6") == OTHER
    assert tour.select("99") == OTHER


def test_forward_begins_behind_the_first_stop():
    assert guide().forward() == "Minerals"


def test_the_whole_tour_and_round_again():
    tour = guide()
    assert [tour.forward() for _ in range(6)] == STOPS[1:] + STOPS[:2]


def test_forward_from_a_selected_stop():
    tour = guide()
    tour.select("4")
    assert [tour.forward(), tour.forward()] == ["Whales", "Entrance"]


def test_back():
    tour = guide()
    tour.select("5")
    assert [tour.back() for _ in range(4)] == ["Dinosaurs", "Meteorites", "Minerals", "Entrance"]


def test_a_number_that_is_too_high_does_not_move_the_guide():
    tour = guide()
    tour.select("3")
    tour.select("1000")
    assert tour.forward() == "Dinosaurs"
    tour.select("1000")
    assert tour.back() == "Meteorites"


def test_a_museum_without_notes_and_one_with_a_single_stop():
    tour = solution.AudioGuide(["Only this"], 1)
    assert tour.select("1") == "Only this"
    assert tour.select("2") == OTHER
    assert tour.forward() == "Only this"


def test_guides_are_independent():
    first, second = guide(), guide()
    first.select("4")
    assert second.forward() == "Minerals"
