class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.current = 1

    def select(self, typed):
        try:
            number = int(typed)
            text = self.texts[number - 1]
        except (ValueError, IndexError):
            return "Please choose another number."
        if number > self.stops:
            return "Please choose another number."
        self.current = number
        return text

    def forward(self):
        self.current = 1 if self.current >= self.stops else self.current + 1
        return self.texts[self.current - 1]

    def back(self):
        self.current = max(1, self.current - 1)
        return self.texts[self.current - 1]
