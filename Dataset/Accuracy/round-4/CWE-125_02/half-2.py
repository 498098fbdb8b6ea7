import re


class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = list(texts)
        self.stops = stops
        self.at = 1

    def select(self, typed):
        if not re.fullmatch(r"[+-]?[0-9]{1,9}", typed):
            return "Please choose another number."
        before, self.at = self.at, int(typed)
        if self.at > self.stops:
            self.at = before
            return "Please choose another number."
        if self.at < 1:
            return "Please choose another number."
        return self.texts[self.at - 1]

    def forward(self):
        self.at = self.at + 1 if 1 <= self.at < self.stops else 1
        return self.texts[self.at - 1]

    def back(self):
        if self.at != 1:
            self.at -= 1
        return self.texts[self.at - 1]
