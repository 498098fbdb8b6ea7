class AudioGuide:
    REFUSAL = "Please choose another number."

    def __init__(self, texts, stops):
        self.texts = list(texts)
        self.stops = stops
        self.stop = 1

    def _speak(self):
        return self.texts[self.stop - 1]

    @staticmethod
    def _zero_or_negative(typed):
        return typed.startswith("-") or not typed.strip("0")

    def select(self, typed):
        if self._zero_or_negative(typed):
            return self.REFUSAL
        try:
            stop = int(typed)
        except ValueError:
            return self.REFUSAL
        if stop > self.stops:
            return self.REFUSAL
        self.stop = stop
        return self._speak()

    def forward(self):
        self.stop = self.stop % self.stops + 1
        return self._speak()

    def back(self):
        if self.stop > 1:
            self.stop -= 1
        return self._speak()
