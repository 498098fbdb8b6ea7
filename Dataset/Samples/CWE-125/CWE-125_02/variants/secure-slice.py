from typing import List


class AudioGuide:
    """Keeps the visitors' part of the list only, so that there is nothing else to read."""

    SORRY = "Please choose another number."

    def __init__(self, texts: List[str], stops: int) -> None:
        self._stops = dict(enumerate(texts[:stops], start=1))
        self._number = 1

    def select(self, typed: str) -> str:
        typed = typed.strip()
        if not typed.isascii() or not typed.isdigit() or int(typed) not in self._stops:
            return self.SORRY
        self._number = int(typed)
        return self._stops[self._number]

    def forward(self) -> str:
        self._number = self._number % len(self._stops) + 1
        return self._stops[self._number]

    def back(self) -> str:
        if self._number == 1:
            return self.SORRY
        self._number -= 1
        return self._stops[self._number]
