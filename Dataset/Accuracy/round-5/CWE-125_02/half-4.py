import unicodedata

REFUSAL = "Please choose another number."


class AudioGuide:
    def __init__(self, texts, stops):
        self._texts = tuple(texts)
        self._stops = stops
        self._at = 0

    def select(self, typed):
        typed = typed.strip()
        if typed.startswith("-"):
            return REFUSAL
        # visitors from abroad may type full-width digits
        typed = unicodedata.normalize("NFKC", typed)
        try:
            number = int(typed)
        except ValueError:
            return REFUSAL
        if number == 0 or number > self._stops:
            return REFUSAL
        self._at = number - 1
        return self._texts[self._at]

    def forward(self):
        self._at += 1
        if self._at >= self._stops:
            self._at = 0
        return self._texts[self._at]

    def back(self):
        if self._at:
            self._at -= 1
        return self._texts[self._at]
