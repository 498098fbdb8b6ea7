import re

REFUSED = "Please choose another number."


class AudioGuide:
    def __init__(self, texts, stops):
        if isinstance(stops, bool) or not isinstance(stops, int):
            raise TypeError("stops must be an int")
        if not 1 <= stops <= len(texts):
            raise ValueError("stops must be from 1 to the number of texts")
        # The staff's notes are not even kept in the guide.
        self._spoken = tuple(texts[:stops])
        self._by_number = {
            str(number): number for number in range(1, stops + 1)
        }
        self._at = 1

    def _speak(self):
        return self._spoken[self._at - 1]

    def select(self, typed):
        if not isinstance(typed, str) or not re.fullmatch("[0-9]+", typed):
            return REFUSED
        number = self._by_number.get(typed.lstrip("0"))
        if number is None:
            return REFUSED
        self._at = number
        return self._speak()

    def forward(self):
        self._at = self._at + 1 if self._at < len(self._spoken) else 1
        return self._speak()

    def back(self):
        self._at = max(1, self._at - 1)
        return self._speak()
