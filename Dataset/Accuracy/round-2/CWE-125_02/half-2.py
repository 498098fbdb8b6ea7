class AudioGuide:
    REFUSAL = "Please choose another number."

    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.stop = 1

    def select(self, typed):
        try:
            number = int(typed)
        except ValueError:
            return self.REFUSAL
        if number > self.stops:
            return self.REFUSAL
        self.stop = number
        if self.stop < 1:
            return self.REFUSAL
        return self.texts[self.stop - 1]

    def forward(self):
        self.stop = self.stop % self.stops + 1
        return self.texts[self.stop - 1]

    def back(self):
        if self.stop != 1:
            self.stop -= 1
        return self.texts[self.stop - 1]
