class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = texts
        self.stops = stops
        self.position = 0

    def select(self, typed):
        if not typed.isdigit() or not 1 <= int(typed) <= self.stops:
            return "Please choose another number."
        self.position = int(typed) - 1
        return self.texts[self.position]

    def forward(self):
        self.position += 1
        if self.position >= self.stops:
            self.position = 0
        return self.texts[self.position]

    def back(self):
        self.position = (self.position - 1) % len(self.texts)
        return self.texts[self.position]
