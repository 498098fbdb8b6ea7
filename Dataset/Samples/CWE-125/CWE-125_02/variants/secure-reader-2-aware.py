class AudioGuide:
    SORRY = "Please choose another number."

    def __init__(self, texts, stops):
        if not 1 <= stops <= len(texts):
            raise ValueError("there is no text for some stop")
        # the notes of the staff are not even kept
        self._stops = tuple(texts[:stops])
        self._index_of = {str(i + 1): i for i in range(stops)}
        self._index = 0

    def _speak(self):
        return self._stops[self._index]

    def select(self, typed):
        if typed not in self._index_of:
            return self.SORRY
        self._index = self._index_of[typed]
        return self._speak()

    def forward(self):
        self._index = (self._index + 1) % len(self._stops)
        return self._speak()

    def back(self):
        self._index = max(0, self._index - 1)
        return self._speak()
