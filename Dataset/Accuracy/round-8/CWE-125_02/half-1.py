OTHER = "Please choose another number."


class AudioGuide:
    def __init__(self, texts, stops):
        self._texts = texts
        self._stops = stops
        self._index = 0

    def select(self, typed):
        try:
            number = int(typed)
        except ValueError:
            return OTHER
        if number > self._stops:
            return OTHER
        self._index = number - 1
        if self._index < 0:
            return OTHER
        return self._texts[self._index]

    def forward(self):
        self._index += 1
        if self._index >= self._stops:
            self._index = 0
        return self._texts[self._index]

    def back(self):
        if self._index > 0:
            self._index -= 1
        else:
            self._index = 0
        return self._texts[self._index]
