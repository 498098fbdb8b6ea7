REFUSAL = "Please choose another number."


class AudioGuide:
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
        # neither 0 nor a negative number is a stop
        if typed.startswith("-") or number == 0 or number > self._stops:
            return REFUSAL
        self._stop = number
        return self._speak()

    def forward(self):
        self._stop = self._stop + 1 if self._stop < self._stops else 1
        return self._speak()

    def back(self):
        self._stop = max(self._stop - 1, 1)
        return self._speak()
