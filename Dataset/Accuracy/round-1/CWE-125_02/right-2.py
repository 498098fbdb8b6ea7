def _walk(tour):
    stop, answer = 1, tour[0]
    while True:
        command, wanted = yield answer
        if command == "forward":
            stop = stop % len(tour) + 1
        elif command == "back":
            stop = max(1, stop - 1)
        elif wanted is None:
            answer = "Please choose another number."
            continue
        else:
            stop = wanted
        answer = tour[stop - 1]


class AudioGuide:
    def __init__(self, texts, stops):
        self._count = stops
        self._walk = _walk(texts[:stops])
        next(self._walk)

    def select(self, typed):
        wanted = None
        if typed.isascii() and typed.isdecimal():
            digits = typed.lstrip("0")
            if digits and len(digits) <= len(str(self._count)) and int(digits) in range(1, self._count + 1):
                wanted = int(digits)
        return self._walk.send(("select", wanted))

    def forward(self):
        return self._walk.send(("forward", None))

    def back(self):
        return self._walk.send(("back", None))
