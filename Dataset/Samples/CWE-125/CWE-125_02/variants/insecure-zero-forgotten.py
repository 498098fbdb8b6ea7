class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.position = 0

    def select(self, typed):
        number = int(typed)
        if number < 0 or number > self.stops:
            return "Please choose another number."
        self.position = number - 1
        return self.texts[self.position]

    def forward(self):
        self.position = (self.position + 1) % self.stops
        return self.texts[self.position]

    def back(self):
        if self.position > 0:
            self.position -= 1
        return self.texts[self.position]
