class AudioGuide:
    SORRY = "Please choose another number."

    def __init__(self, texts, stops):
        self._texts = texts
        self._stops = stops
        self._index = 0

    def select(self, typed):
        typed = typed.strip()
        # only digits: no sign, no letters
        if not (typed.isascii() and typed.isdigit()) or typed == "0":
            return self.SORRY
        if len(typed) > 9 or int(typed) > self._stops:
            return self.SORRY
        self._index = int(typed) - 1
        return self._texts[self._index]

    def forward(self):
        self._index = (self._index + 1) % self._stops
        return self._texts[self._index]

    def back(self):
        if self._index > 0:
            self._index -= 1
        return self._texts[self._index]
