import json


def transfer_points(path, sender, receiver, points):
    if not isinstance(points, int) or points <= 0:
        return None

    with open(path) as f:
        cards = json.load(f)
    if sender not in cards or receiver not in cards:
        return None

    remaining = cards[sender] - points
    received = cards[receiver] + points
    if remaining < 0:
        return None
    cards.update({sender: remaining})
    cards.update({receiver: received})
    with open(path, "w") as f:
        json.dump(cards, f)
    return remaining
