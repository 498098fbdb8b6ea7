import json


def _check(sender, receiver, points):
    if type(points) is not int or points <= 0:
        raise ValueError("points must be a positive whole number")
    if not isinstance(sender, str) or not isinstance(receiver, str):
        raise ValueError("card numbers must be strings")
    if sender == receiver:
        raise ValueError("sender and receiver must be different cards")


def transfer_points(path, sender, receiver, points):
    _check(sender, receiver, points)

    with open(path, encoding="utf-8") as f:
        cards = json.load(f)

    if sender not in cards or receiver not in cards or cards[sender] < points:
        return None

    cards[sender] -= points
    cards[receiver] += points
    text = json.dumps(cards)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return cards[sender]
