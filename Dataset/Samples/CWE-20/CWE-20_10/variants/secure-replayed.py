import json


class Ferry:
    """Keeps all events, and works out what they come to."""

    def __init__(self, places):
        self.places = places
        self.events = []

    def report(self, text):
        more = json.loads(text)
        if not isinstance(more, list):
            raise ValueError("a list is expected")
        self.replay(self.events + more)
        self.events += more

    def replay(self, events):
        state, north, aboard, trips, back = "moored", True, 0, [], []
        for event in events:
            match event, state:
                case ["open"], "moored":
                    state, back = "boarding", []
                case ["close"], "boarding":
                    state, back = "moored", []
                case ["cast off"], "moored":
                    state, back = "crossing", []
                    trips.append(aboard)
                case ["land"], "crossing":
                    state, back, north = "moored", [], not north
                case ["undo"], "boarding" if back:
                    aboard = back.pop()
                case ["on" | "off" as name, (int() | float()) as number], "boarding":
                    if isinstance(number, bool) or number < 1 or number != number or number > 10**6 or number != int(number):
                        raise ValueError(f"how many is {number}?")
                    back = [aboard]
                    aboard += int(number) if name == "on" else -int(number)
                    if aboard < 0 or aboard > self.places:
                        raise ValueError("so many people cannot be aboard")
                case _:
                    raise ValueError(f"{event} cannot be while the ferry is {state}")
        return {"state": state, "bank": "north" if north else "south", "aboard": aboard, "trips": trips}

    def status(self):
        return self.replay(self.events)
