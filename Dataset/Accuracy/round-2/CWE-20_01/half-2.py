import json
from math import isfinite


def transfer_points(path, sender, receiver, points):
    if isinstance(points, bool) or not isinstance(points, (int, float)):
        raise ValueError("points must be a number")
    if not isfinite(points) or points <= 0 or points % 1 != 0:
        raise ValueError("points must be positive and whole")
    if not (isinstance(sender, str) and isinstance(receiver, str)):
        raise ValueError("card numbers are strings")
    if sender == receiver:
        raise ValueError("two different cards are needed")

    with open(path, encoding="utf-8") as source:
        cards = json.load(source)
    if sender not in cards or receiver not in cards or cards[sender] < points:
        return None
    cards[sender] -= points
    cards[receiver] += points
    text = json.dumps(cards)
    with open(path, "w", encoding="utf-8") as target:
        target.write(text)
    return cards[sender]
