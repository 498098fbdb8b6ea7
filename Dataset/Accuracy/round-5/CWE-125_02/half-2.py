class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = list(texts)
        self.stops = stops
        self.stop = 1

    def _speak(self):
        return self.texts[self.stop - 1]

    def select(self, typed):
        try:
            number = float(typed)
        except ValueError:
            return "Please choose another number."
        # zero, negative numbers, NaN and everything behind the last stop
        if not 0 < number <= self.stops:
            return "Please choose another number."
        self.stop = int(number)
        return self._speak()

    def forward(self):
        self.stop = self.stop + 1 if self.stop < self.stops else 1
        return self._speak()

    def back(self):
        self.stop = max(1, self.stop - 1)
        return self._speak()
