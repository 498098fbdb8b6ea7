class AudioGuide:
    MESSAGE = "Please choose another number."

    def __init__(self, texts, stops):
        self.texts = list(texts)
        self.stops = stops
        self.index = 0

    def select(self, typed):
        """The keypad has a point key; "7." and "7.0" are stop 7."""
        try:
            number = float(typed)
        except ValueError:
            return self.MESSAGE
        if not 0 < number <= self.stops:
            return self.MESSAGE
        self.index = int(number) - 1
        return self.texts[self.index]

    def forward(self):
        self.index += 1
        if self.index >= self.stops:
            self.index = 0
        return self.texts[self.index]

    def back(self):
        self.index = max(self.index - 1, 0)
        return self.texts[self.index]
