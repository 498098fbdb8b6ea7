from itertools import islice


def _walk(texts):
    position, spoken = 0, None
    while True:
        order = yield spoken
        match order:
            case "forward":
                position = (position + 1) % len(texts)
            case "back":
                position = position - 1 if position else 0
            case int(number) if 0 < number <= len(texts):
                position = number - 1
            case _:
                spoken = "Please choose another number."
                continue
        spoken = texts[position]


class AudioGuide:
    def __init__(self, texts, stops):
        self._tour = _walk(tuple(islice(texts, stops)))
        next(self._tour)

    def select(self, typed):
        try:
            order = int(typed) if typed.isascii() and typed.isdigit() else None
        except ValueError:
            order = None
        return self._tour.send(order)

    def forward(self):
        return self._tour.send("forward")

    def back(self):
        return self._tour.send("back")
