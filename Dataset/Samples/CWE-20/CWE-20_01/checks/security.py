import json

from harness import attempt, box, exploit_if, exploited, solution


def cards(path):
    try:
        return json.loads(box.read(path))
    except ValueError as error:
        exploited(f"the points of all cards are lost: {error}")


def test_a_negative_number_takes_nothing_from_the_receiver():
    box.write("s-negative.json", b'{"thief": 10, "victim": 800}')
    attempt(solution.transfer_points, "s-negative.json", "thief", "victim", -300)
    left = cards("s-negative.json")
    exploit_if(left["victim"] < 800 or left["thief"] > 10, f"a transfer of -300 points left {left}")


def test_a_negative_fraction_takes_nothing_from_the_receiver():
    box.write("s-fraction.json", b'{"thief": 10, "victim": 800}')
    attempt(solution.transfer_points, "s-fraction.json", "thief", "victim", -299.5)
    left = cards("s-fraction.json")
    exploit_if(left["victim"] < 800 or left["thief"] > 10, f"a transfer of -299.5 points left {left}")


def test_minus_infinity_makes_nobody_rich():
    box.write("s-infinite.json", b'{"thief": 10, "victim": 800}')
    attempt(solution.transfer_points, "s-infinite.json", "thief", "victim", float("-inf"))
    left = cards("s-infinite.json")
    exploit_if(left["victim"] < 800 or left["thief"] > 10, f"a transfer of -Infinity points left {left}")


def test_not_a_number_opens_no_unlimited_balance():
    box.write("s-nan.json", b'{"thief": 10, "mule": 0, "friend": 0}')
    attempt(solution.transfer_points, "s-nan.json", "thief", "mule", float("nan"))
    attempt(solution.transfer_points, "s-nan.json", "thief", "friend", 5000)
    friend = cards("s-nan.json")["friend"]
    exploit_if(friend > 10, f"after a transfer of NaN a card of 10 points gave away {friend}")


def test_a_transfer_to_oneself_makes_no_points():
    box.write("s-self.json", b'{"thief": 60, "other": 5}')
    attempt(solution.transfer_points, "s-self.json", "thief", "thief", 60)
    left = cards("s-self.json")
    exploit_if(left["thief"] > 60, f"a transfer of 60 points to the same card left {left}")


def test_two_ways_to_write_one_card_make_no_points():
    before = {"7": 120, "A-7": 60, "1": 30}
    box.write("s-alike.json", json.dumps(before).encode())
    alike = {"7": (7, 7.0, " 7", "07", "\uff17", ["7"]), "A-7": ("a-7", "A-7\n", "\uff21-7"), "1": (True,)}
    for card, others in alike.items():
        for other in others:
            attempt(solution.transfer_points, "s-alike.json", card, other, 30)
            attempt(solution.transfer_points, "s-alike.json", other, card, 30)
    left = cards("s-alike.json")
    exploit_if(sum(left.values()) > sum(before.values()), f"cards written in two ways made points of nothing: {left}")


def test_the_file_keeps_whole_numbers():
    for number, points in enumerate((40.0, 0.5, 1e2, 1e-9, "40", "4_0", [40], {"points": 40})):
        box.write(f"s-whole-{number}.json", b'{"thief": 100, "mule": 55}')
        attempt(solution.transfer_points, f"s-whole-{number}.json", "thief", "mule", points)
        left = cards(f"s-whole-{number}.json")
        exploit_if(
            any(type(value) is not int for value in left.values()) or sum(left.values()) != 155,
            f"a transfer of {points!r} points left {left}",
        )
