class AudioGuide:
    WRONG = "Please choose another number."

    def __init__(self, texts, stops):
        self._texts = list(texts)
        self._stops = stops
        self._at = 1

    def select(self, typed):
        try:
            number = int(typed)
        except ValueError:
            return self.WRONG
        if number > self._stops:
            return self.WRONG
        self._at = number
        if self._at < 1:
            return self.WRONG
        return self._speak()

    def forward(self):
        self._at = 1 if self._at >= self._stops else self._at + 1
        return self._speak()

    def back(self):
        if self._at > 1:
            self._at -= 1
        else:
            self._at = 1
        return self._speak()

    def _speak(self):
        return self._texts[self._at - 1]
