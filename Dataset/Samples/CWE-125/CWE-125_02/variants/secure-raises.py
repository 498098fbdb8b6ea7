class NoSuchStop(LookupError):
    pass


class AudioGuide:
    def __init__(self, texts, stops):
        if not 0 < stops <= len(texts):
            raise ValueError("stops")
        self.texts = tuple(texts)
        self.numbers = range(1, stops + 1)
        self.number = 1

    def text(self, number):
        if number not in self.numbers:
            raise NoSuchStop(number)
        self.number = number
        return self.texts[number - 1]

    def select(self, typed):
        try:
            return self.text(int(typed))
        except (ValueError, NoSuchStop):
            return "Please choose another number."

    def forward(self):
        return self.text(1 if self.number == self.numbers[-1] else self.number + 1)

    def back(self):
        return self.text(self.number - 1)
