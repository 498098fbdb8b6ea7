from dataclasses import dataclass, field


@dataclass
class _Stop:
    text: str
    before: "_Stop" = field(default=None, repr=False)
    after: "_Stop" = field(default=None, repr=False)


class AudioGuide:
    def __init__(self, texts, stops):
        chain = [_Stop(text) for _, text in zip(range(stops), texts)]
        for left, right in zip(chain, chain[1:]):
            left.after, right.before = right, left
        chain[0].before = chain[0]
        chain[-1].after = chain[0]
        self.__doors = {str(n): stop for n, stop in enumerate(chain, start=1)}
        self.__here = chain[0]

    def __go(self, stop):
        self.__here = stop
        return stop.text

    def select(self, typed):
        try:
            return self.__go(self.__doors[typed.strip().lstrip("0")])
        except KeyError:
            return "Please choose another number."

    def forward(self):
        return self.__go(self.__here.after)

    def back(self):
        return self.__go(self.__here.before)
