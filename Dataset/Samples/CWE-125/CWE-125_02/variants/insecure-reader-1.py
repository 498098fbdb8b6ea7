class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.current = 0

    def select(self, typed):
        number = int(typed)
        if number > self.stops:
            return "Please choose another number."
        self.current = number - 1
        return self.texts[self.current]

    def forward(self):
        self.current = (self.current + 1) % self.stops
        return self.texts[self.current]

    def back(self):
        self.current = (self.current - 1) % self.stops
        return self.texts[self.current]
