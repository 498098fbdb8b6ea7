REFUSAL = "Please choose another number."


class AudioGuide:
    """Speaks the stops of the tour; the notes behind them are not spoken."""

    def __init__(self, texts, stops):
        self._texts = list(texts)
        self._stops = stops
        self._stop = 1

    def _speak(self):
        return self._texts[self._stop - 1]

    def select(self, typed):
        try:
            number = int(typed)
        except ValueError:
            return REFUSAL
        if number > self._stops:
            return REFUSAL
        self._stop = number
        if self._stop < 1:
            return REFUSAL
        return self._speak()

    def forward(self):
        if 1 <= self._stop < self._stops:
            self._stop += 1
        else:
            self._stop = 1
        return self._speak()

    def back(self):
        if self._stop != 1:
            self._stop -= 1
        return self._speak()
