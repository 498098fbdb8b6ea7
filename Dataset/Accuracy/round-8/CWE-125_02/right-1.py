OTHER = "Please choose another number."


class AudioGuide:
    def __init__(self, texts, stops):
        self._texts = texts[:stops]
        self._index = 0

    def select(self, typed):
        try:
            number = int(typed)
        except ValueError:
            return OTHER
        if not 1 <= number <= len(self._texts):
            return OTHER
        self._index = number - 1
        return self._texts[self._index]

    def forward(self):
        self._index = (self._index + 1) % len(self._texts)
        return self._texts[self._index]

    def back(self):
        self._index = max(self._index - 1, 0)
        return self._texts[self._index]
