import json
import operator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Transfer:
    sender: str
    receiver: str
    points: int

    def __post_init__(self):
        problems = []
        if self.points is True or self.points is False or not isinstance(self.points, int) or self.points < 1:
            problems.append("points must be a positive whole number")
        if not all(isinstance(card, str) for card in (self.sender, self.receiver)):
            problems.append("a card number is a string")
        elif operator.eq(self.sender, self.receiver):
            problems.append("sender and receiver are one card")
        if problems:
            raise ValueError("; ".join(problems))

    def apply(self, cards):
        if any(card not in cards for card in (self.sender, self.receiver)):
            return None
        if cards[self.sender] < self.points:
            return None
        return cards | {
            self.sender: cards[self.sender] - self.points,
            self.receiver: cards[self.receiver] + self.points,
        }


def transfer_points(path, sender, receiver, points):
    transfer = Transfer(sender, receiver, points)
    file = Path(path)
    after = transfer.apply(json.loads(file.read_text("utf-8")))
    if after is None:
        return None
    text = json.dumps(after)
    file.write_text(text, "utf-8")
    return after[sender]
