from itertools import islice


def _walk(stops):
    at, said = 1, None
    while True:
        command, value = yield said
        if command == "go":
            at = value
        elif command == "on":
            at = at % len(stops) + 1
        elif command == "back":
            at = max(1, at - 1)
        said = stops[at - 1]


class AudioGuide:
    def __init__(self, texts, stops):
        self.__tour = tuple(islice(texts, 0, stops))
        self.__walk = _walk(self.__tour)
        next(self.__walk)

    def select(self, typed):
        try:
            if not (typed.isascii() and typed.isdigit()):
                raise LookupError(typed)
            number = int(typed)
            if number not in range(1, len(self.__tour) + 1):
                raise LookupError(typed)
        except (LookupError, ValueError):
            return "Please choose another number."
        return self.__walk.send(("go", number))

    def forward(self):
        return self.__walk.send(("on", None))

    def back(self):
        return self.__walk.send(("back", None))
