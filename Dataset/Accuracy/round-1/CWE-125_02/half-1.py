OTHER = "Please choose another number."


class AudioGuide:
    def __init__(self, texts, stops):
        self._texts = texts
        self._stops = stops
        self._at = 0

    def _speak(self):
        return self._texts[self._at]

    def select(self, typed):
        typed = typed.strip()
        if not typed.isdecimal() or not typed.strip("0"):
            return OTHER
        number = int(typed)
        if number > self._stops:
            return OTHER
        self._at = number - 1
        return self._speak()

    def forward(self):
        self._at = (self._at + 1) % self._stops
        return self._speak()

    def back(self):
        if self._at > 0:
            self._at -= 1
        return self._speak()
