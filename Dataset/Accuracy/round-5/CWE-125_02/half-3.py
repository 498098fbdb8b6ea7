class AudioGuide:
    SORRY = "Please choose another number."

    def __init__(self, texts, stops):
        self._texts = list(texts)
        self._stops = stops
        self._stop = 1

    def select(self, typed):
        try:
            number = int(typed)
        except ValueError:
            return self.SORRY
        if number > self._stops:
            return self.SORRY
        self._stop = number
        # an index below zero would read from the end of the list
        if self._stop < 1:
            return self.SORRY
        return self._texts[self._stop - 1]

    def forward(self):
        self._stop += 1
        if self._stop > self._stops:
            self._stop = 1
        return self._texts[self._stop - 1]

    def back(self):
        if self._stop <= 1:
            self._stop = 1
        else:
            self._stop -= 1
        return self._texts[self._stop - 1]
