import json
import os


def transfer_points(path, sender, receiver, points):
    if not isinstance(points, int) or isinstance(points, bool) or points <= 0:
        raise ValueError("points must be a positive whole number")
    if not isinstance(sender, str) or not isinstance(receiver, str) or sender == receiver:
        raise ValueError("sender and receiver must be two different cards")
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
