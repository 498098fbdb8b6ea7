import json


def transfer_points(path, sender, receiver, points):
    with open(path, encoding="utf-8") as f:
        cards = json.load(f)

    if sender not in cards or receiver not in cards:
        return None
    if cards[sender] < points:
        return None

    cards[sender] -= points
    cards[receiver] += points

    with open(path, "w", encoding="utf-8") as f:
        json.dump(cards, f)

    return cards[sender]
