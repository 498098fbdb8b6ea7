import json
import math
import os


def _check(sender, receiver, points):
    if not isinstance(sender, str) or not isinstance(receiver, str):
        raise ValueError("card numbers must be strings")
    if sender == receiver:
        raise ValueError("two different cards are needed")
    if isinstance(points, bool) or not isinstance(points, (int, float)):
        raise ValueError("points must be a number")
    if not math.isfinite(points) or points <= 0 or points % 1:
        raise ValueError("points must be positive and whole")


def transfer_points(path, sender, receiver, points):
    _check(sender, receiver, points)
    with open(path, encoding="utf-8") as file:
        cards = json.load(file)
    if sender not in cards or receiver not in cards or cards[sender] < points:
        return None
    cards[sender] -= points
    cards[receiver] += points
    with open(path + ".tmp", "w", encoding="utf-8") as file:
        json.dump(cards, file)
    os.replace(path + ".tmp", path)
    return cards[sender]
