import json


def _check(sender, receiver, points):
    if isinstance(points, bool) or not isinstance(points, (int, float)):
        raise ValueError("points must be a number")
    if points != points or points <= 0 or points % 1:
        raise ValueError("points must be a positive whole number")
    if not (isinstance(sender, str) and isinstance(receiver, str)) or sender == receiver:
        raise ValueError("two different cards are needed")


def transfer_points(path, sender, receiver, points):
    _check(sender, receiver, points)
    with open(path, encoding="utf-8") as file:
        cards = json.load(file)
    if not {sender, receiver} <= cards.keys() or cards[sender] < points:
        return None
    cards[sender] -= points
    cards[receiver] += points
    with open(path, "w", encoding="utf-8") as file:
        json.dump(cards, file, ensure_ascii=False)
    return cards[sender]
