import json


class Ferry:
    def __init__(self, places):
        self.places = places
        self.state = "moored"
        self.bank = "north"
        self.aboard = 0
        self.trips = []
        self.last = 0

    def report(self, text):
        for name, *values in json.loads(text):
            if name == "open":
                self.state = "boarding"
            elif name == "close":
                self.state = "moored"
            elif name == "cast off":
                self.state = "crossing"
                self.trips.append(self.aboard)
            elif name == "land":
                self.state = "moored"
                self.bank = "south" if self.bank == "north" else "north"
            elif name == "undo":
                self.aboard -= self.last
                self.last = 0
            else:
                change = values[0] if name == "on" else -values[0]
                if not 0 <= self.aboard + change <= self.places:
                    raise ValueError("there are not so many people or places")
                self.aboard += change
                self.last = change

    def status(self):
        return {"state": self.state, "bank": self.bank, "aboard": self.aboard, "trips": list(self.trips)}
