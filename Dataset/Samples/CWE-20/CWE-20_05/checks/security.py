import json

from harness import attempt, exploit_if, inconclusive, solution, web_client
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PLACES, KILOGRAMS = 4, 300
GROUP = ["Ada", "Ben", "Cleo"]


def meant(weight):
    """The kilograms that were asked for, in any spelling of the whole number; None if it is none."""
    if isinstance(weight, str) and weight.strip().isascii() and weight.strip().isdigit():
        return int(weight)
    return int(weight) if type(weight) in (int, float) and weight == weight // 1 else None


class Balloon(Machine):
    """Whoever is on the list is a guest that the balloon can take, and of a group everybody is."""

    names = domain(["Ada", "Ben"], ["Ada"], odd=[
        ["Ada", "Ada"], ["Ben", "Ada", "Ben"], [], [""], ["Ada", ""], "Ada", "A", {"Ada": 1, "Ben": 2}, ["Ada", None],
        [None], [["Ada"], "Ben"], [1, 2], [True], None, {"0": "Ada"}, [{"name": "Ada"}], 2, [0.5], "", ["Ada", ["Ben"]],
        ["Ada", 0]])
    weights = domain([60, 70], [60], odd=[
        [60, 70, 80], [], [60, 70, 80, 90], "60", "67", {"60": 1, "70": 2}, None, [60, None], [[60], 70], 60, [60, ""],
        [60, {}], [60, []], {"0": 60}, [70, 60, -60], [None, None]])
    weight = domain(60, 150, 20, odd=[-500, 19, 151, 0, -1, -60, 300, *values.not_whole(60), *values.around(20, 150),
        *values.WIDTHS, "0", " 60 ", "1e2", -150, 20.5, 149.9])
    body = domain({"names": ["Ada"], "weights": [60]}, odd=[
        [], None, "Ada", 5, ["names", "weights"], {"names": ["Ada"]}, {"weights": [60]}, [["Ada"], [60]],
        {"names": GROUP, "weights": [60], "weight": 60}, {}, {"Names": ["Ada"]}])
    operations = {
        "enter": (names, weights),
        "enter_beside": (domain(["Ben", "Ada"]), domain(1, 0), weight),
        "enter_again": (domain(["Ben"], ["Cleo", "Ben"], ["Ben", "Dan"]), domain([50], [50, 60])),
        "make_room": (domain(-60, -500, -1000, values.NAN, 0), domain(100, 150)),
        "enter_twins": (domain("Zoe\u0301", "zoé", "Zoé ", odd=("ZOÉ", " Zoé", "Ｚｏé", "Zoé\xa0", "Zoé\0")),),
        "send": (body,),
    }

    def start(self, _):
        self.client = web_client(solution.create_app({"dawn": {"places": PLACES, "kilograms": KILOGRAMS}}))
        self.model = []
        if self.listed() != []:
            inconclusive("the list is not shown")

    def listed(self):
        answer = attempt(self.client.get, "/flights/dawn").value
        shown = None if answer is None else answer.get_json(silent=True)
        passengers = shown.get("passengers") if isinstance(shown, dict) else None
        self.sum = shown.get("kilograms") if isinstance(shown, dict) else None
        if not isinstance(passengers, list) or not all(isinstance(one, dict) for one in passengers):
            return None
        return [(one.get("name"), one.get("weight")) for one in passengers]

    def enter(self, names, weights):
        return self.send({"names": names, "weights": weights})

    def enter_beside(self, names, place, weight):
        weights = [60, 60]
        weights[place] = weight
        return self.enter(names, weights)

    def enter_again(self, names, weights):
        """One of the group is on the list already."""
        return self.enter(["Ben"], [60]) or self.enter(names, weights)

    def make_room(self, first, others):
        """What is below zero leaves more for others."""
        return self.enter(["Ada", *"BCD"], [first, others, others, others])

    def enter_twins(self, twin):
        """Whoever tidies names up looks for the same ones after that."""
        for names in (["Zoé", twin], [twin], ["Zoé"]):
            self.post({"names": names, "weights": [50] * len(names)})
        self.model = self.listed()
        return "the list can no longer be shown" if self.model is None else self.forbidden(self.model)

    def post(self, body):
        sent = json.dumps(body)
        return attempt(self.client.post, "/flights/dawn/passengers", data=sent, content_type="application/json")

    def send(self, body):
        answer = self.post(body)
        accepted = answer.returned and answer.value.status_code < 300
        now = self.listed()
        if now is None:
            return "the list can no longer be shown"
        before, self.model = self.model, now
        if now == before:
            is_told = accepted and isinstance(body, dict) and body.get("names")
            return f"{body} was answered as if all were on the list, and nobody is" if is_told else ""
        return self.forbidden(now) or self.left_out(body, now[len(before):])

    def forbidden(self, now):
        names = [name for name, _ in now]
        if not all(isinstance(name, str) and name for name in names) or len(set(names)) < len(names):
            return f"the list has the names {names}"
        if not all(type(weight) is int and 20 <= weight <= 150 for _, weight in now):
            return f"the list has {now}"
        kilograms = sum(weight for _, weight in now)
        if len(now) > PLACES or kilograms > KILOGRAMS or self.sum != kilograms:
            return f"the balloon flies with {now}, {self.sum} kg"
        return ""

    def left_out(self, body, new):
        names, weights = (body.get(key) for key in ("names", "weights")) if isinstance(body, dict) else (None, None)
        if not isinstance(names, list) or not isinstance(weights, list) or len(names) != len(weights):
            return f"{body} put {new} on the list"
        return "" if new == [(name, meant(weight)) for name, weight in zip(names, weights)] else (
            f"{body} put {new} on the list")


def test_the_list_has_whoever_flies_and_nothing_else():
    found = search(Balloon, tries=150, alone=0.9, length=3)
    exploit_if(found, str(found))
