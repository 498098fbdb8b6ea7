class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.index = 0

    def select(self, typed):
        sorry = "Please choose another number."
        if typed.startswith("-"):
            return sorry
        try:
            number = int(typed)
        except ValueError:
            return sorry
        if number == 0 or number > self.stops:
            return sorry
        self.index = number - 1
        return self.texts[self.index]

    def forward(self):
        self.index = (self.index + 1) % self.stops
        return self.texts[self.index]

    def back(self):
        self.index = max(self.index - 1, 0)
        return self.texts[self.index]
