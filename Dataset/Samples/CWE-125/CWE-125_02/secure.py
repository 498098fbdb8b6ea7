class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.current = 1

    def _speak(self):
        return self.texts[self.current - 1]

    def select(self, typed):
        try:
            number = int(typed)
        except ValueError:
            number = 0
        if not 1 <= number <= self.stops:
            return "Please choose another number."
        self.current = number
        return self._speak()

    def forward(self):
        self.current += 1
        if self.current > self.stops:
            self.current = 1
        return self._speak()

    def back(self):
        self.current = max(self.current - 1, 1)
        return self._speak()
