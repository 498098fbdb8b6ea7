class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.current = 1

    def _speak(self):
        if self.current < 1:
            return "Please choose another number."
        return self.texts[self.current - 1]

    def select(self, typed):
        before = self.current
        self.current = int(typed)
        if self.current > self.stops:
            self.current = before
            return "Please choose another number."
        return self._speak()

    def forward(self):
        # Only the step from the last stop leads back to the first.
        self.current = 1 if self.current == self.stops else self.current + 1
        return self.texts[self.current - 1]

    def back(self):
        self.current -= 1
        return self._speak()
