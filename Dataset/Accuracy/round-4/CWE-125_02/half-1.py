class AudioGuide:
    SORRY = "Please choose another number."

    def __init__(self, texts, stops):
        self._texts = texts
        self._stops = stops
        self._stop = 1

    def _speak(self):
        return self._texts[self._stop - 1]

    def select(self, typed):
        if typed.startswith("-"):
            return self.SORRY
        try:
            number = int(typed)
        except ValueError:
            return self.SORRY
        if number == 0 or number > self._stops:
            return self.SORRY
        self._stop = number
        return self._speak()

    def forward(self):
        self._stop = self._stop % self._stops + 1
        return self._speak()

    def back(self):
        self._stop = max(1, self._stop - 1)
        return self._speak()
