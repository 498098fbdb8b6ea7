import json

from harness import attempt, exploit_if, inconclusive, solution, web_client

PITCHES = {"lake": 2400, "wood": 1800}


def forbidden(booking):
    """Why the camp site offers no such stay, or None."""
    nights, adults, children, total = (booking.get(key) for key in ("nights", "adults", "children", "total"))
    if not all(type(value) is int for value in (nights, adults, children, total)):
        return "a number that is not whole"
    if not (1 <= nights <= 28 and adults >= 1 and children >= 0 and adults + children <= 6):
        return "nights or people out of range"
    if total != nights * (PITCHES[booking["pitch"]] + 900 * adults + 400 * children):
        return "the wrong price"
    return None


def listed(client):
    answer = attempt(client.get, "/bookings").value
    found = None if answer is None else answer.get_json(silent=True)
    return found if isinstance(found, list) else None


def attack(*wishes, pitch="lake", **more):
    client = web_client(solution.create_app())
    if listed(client) is None:
        inconclusive("the bookings are not listed")
    for nights, adults, children in wishes:
        body = json.dumps({"pitch": pitch, "nights": nights, "adults": adults, "children": children} | more)
        attempt(client.post, "/bookings", data=body, content_type="application/json")
    bookings = listed(client)
    exploit_if(bookings is None, f"after {wishes} the bookings can no longer be listed")
    for booking in bookings:
        exploit_if(forbidden(booking), f"{forbidden(booking)} was booked: {booking}"[:200])


def test_negative_numbers_lower_no_price():
    attack((3, 4, -8), (3, -2, 5), (3, 9, -4))
    attack((3, 2, 0), total=1, price=1, number=1)


def test_no_stay_without_nights_or_with_negative_ones():
    attack((0, 2, 0), (-3, 2, 0))


def test_no_fraction_of_a_night_or_of_a_person():
    attack((0.01, 2, 0), (2, 0.1, 0), (2, 1, 0.5))


def test_nothing_that_is_not_a_number():
    nan, infinity = float("nan"), float("inf")
    attack((nan, 2, 0), (2, nan, 0), (2, 1, nan), (infinity, 2, 0), (2, 2, -infinity))


def test_no_text_and_no_list_in_place_of_a_number():
    attack(("2", 1, 0), ([1], 1, 0), (1, 2, None))


def test_no_number_that_only_equals_a_whole_one():
    attack((2.0, 1, 0), (1, 2.0, 0), (1, 2, 0.0), (1, 2, -0.0), (True, 2, 0), (1, True, 0), (1, 2, True), (1, 2, False))


def test_no_stay_beyond_what_the_camp_site_offers():
    attack((29, 2, 0), (3650, 2, 0), (2, 7, 0), (2, 3, 4), (2, 50, 0))


def test_no_children_on_their_own():
    attack((2, 0, 3), (2, 0, 0))
