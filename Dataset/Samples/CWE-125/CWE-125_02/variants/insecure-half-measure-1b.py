REFUSAL = "Please choose another number."


class AudioGuide:
    """Speaks the stops of the tour; the notes behind them are not spoken."""

    def __init__(self, texts, stops):
        self._texts = list(texts)
        self._stops = stops
        self._position = 0

    def _speak(self):
        return self._texts[self._position]

    def select(self, typed):
        typed = typed.strip()
        if not typed.isdecimal():
            return REFUSAL
        digits = typed.lstrip("0")
        if not digits or len(digits) > len(str(self._stops)):
            return REFUSAL
        number = int(digits)
        if number > self._stops:
            return REFUSAL
        self._position = number - 1
        return self._speak()

    def forward(self):
        self._position = (self._position + 1) % self._stops
        return self._speak()

    def back(self):
        self._position = max(self._position - 1, 0)
        return self._speak()
