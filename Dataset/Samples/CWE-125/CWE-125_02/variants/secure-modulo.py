class AudioGuide:
    def __init__(self, texts, stops):
        self.texts = list(texts)
        self.count = stops
        self.index = 0

    def _at(self, index):
        assert 0 <= index < self.count
        return self.texts[index]

    def select(self, typed):
        index = int(typed) - 1
        if index >= self.count:
            return "Please choose another number."
        if index < 0:
            raise ValueError(f"there is no stop {typed}")
        self.index = index
        return self._at(index)

    def forward(self):
        self.index = (self.index + 1) % self.count
        return self._at(self.index)

    def back(self):
        self.index = (self.index - 1) % self.count
        return self._at(self.index)


if __name__ == "__main__":
    guide = AudioGuide(["a", "b", "secret"], 2)
    print(guide.back(), guide.forward())
