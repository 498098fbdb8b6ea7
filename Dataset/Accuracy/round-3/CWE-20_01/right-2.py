import json
from dataclasses import dataclass


class InvalidTransfer(ValueError):
    pass


@dataclass(frozen=True)
class Transfer:
    sender: str
    receiver: str
    points: int

    def __post_init__(self):
        problems = [
            text for text, bad in (
                ("points is not an int", type(self.points) is not int),
                ("points is not positive", type(self.points) is int and self.points < 1),
                ("sender is not a string", not isinstance(self.sender, str)),
                ("receiver is not a string", not isinstance(self.receiver, str)),
                ("sender and receiver are the same card", self.sender == self.receiver),
            ) if bad
        ]
        if problems:
            raise InvalidTransfer("; ".join(problems))

    def apply(self, cards):
        if not {self.sender, self.receiver} <= cards.keys():
            raise LookupError("unknown card")
        if cards[self.sender] < self.points:
            raise LookupError("not enough points")
        changes = {self.sender: -self.points, self.receiver: self.points}
        return {card: held + changes.get(card, 0) for card, held in cards.items()}


def transfer_points(path, sender, receiver, points):
    transfer = Transfer(sender, receiver, points)
    with open(path, "r+", encoding="utf-8") as file:
        try:
            cards = transfer.apply(json.load(file))
        except LookupError:
            return None
        text = json.dumps(cards)
        file.seek(0)
        file.write(text)
        file.truncate()
    return cards[sender]
