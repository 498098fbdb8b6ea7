class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.current = 1

    def _speak(self):
        return self.texts[self.current - 1]

    def select(self, typed):
        number = int(typed)
        if number > self.stops:
            return "Please choose another number."
        self.current = number
        return self._speak()

    def forward(self):
        self.current += 1
        if self.current > self.stops:
            self.current = 1
        return self._speak()

    def back(self):
        self.current -= 1
        if self.current < 1:
            self.current = self.stops
        return self._speak()
