import json

from harness import attempt, box, exploit_if, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

CARDS = {"thief": 60, "victim": 800, "7": 120, "A-7": 30, "1": 0, "rich": 2**60 + 1}


class Bakery(Machine):
    """Nobody's points become more or fewer but by a gift: points come from the sender alone, and none is made."""

    odd = [*values.alike("7"), *values.alike("A-7"), "1", "A-7", *values.NOTHING]
    sender, receiver = domain("7", "thief", odd=["rich", *odd]), domain("victim", "7", odd=["rich", "thief", *odd])
    points = domain(60, 20, odd=[-300, *values.not_whole(20), *values.around(0, 60, 800), *values.WIDTHS])
    operations = {
        "transfer": (sender, receiver, points),
        "transfer_to_itself": (domain("thief", "7"), domain(20, 1)),
        "transfer_too_much": (domain("7", "rich", "1"), domain(1, 2, 100)),
    }

    def start(self, _):
        box.write("points.json", json.dumps(CARDS).encode())
        self.model = dict(CARDS)

    def transfer_too_much(self, sender, more):
        return self.transfer(sender, "victim", self.model[sender] + more)

    def transfer_to_itself(self, card, points):
        """Two texts that are equal, and not one object: what JSON brings."""
        return self.transfer(card, card[:1] + card[1:], points)

    def transfer(self, sender, receiver, points):
        attempt(solution.transfer_points, "points.json", sender, receiver, points)
        try:
            now = json.loads(box.read("points.json"))
        except ValueError as error:
            return f"the points of all cards are lost: {error}"
        before, self.model = self.model, now
        robbed = [card for card in before if str(sender) in CARDS and card != str(sender)
            and now.get(card, 0) < before[card]]
        if now != before and type(points) is not int:
            return f"{points!r}, which is no whole number of points, moved some"
        if robbed or any(type(value) is not int or value < 0 for value in now.values()):
            return f"{before} became {now}"
        return "" if sum(now.values()) == sum(before.values()) else f"points were made of nothing or lost: {now}"


def test_points_come_from_the_sender_and_none_is_made():
    found = search(Bakery, tries=250)
    exploit_if(found, str(found))
