import json


def transfer_points(path, sender, receiver, points):
    if points <= 0:
        raise ValueError("points must be positive")
    if sender == receiver:
        raise ValueError("cannot transfer to the same card")

    with open(path, encoding="utf-8") as file:
        cards = json.load(file)
    if sender not in cards or receiver not in cards:
        return None
    if cards[sender] < points:
        return None
    cards[sender] -= points
    cards[receiver] += points
    with open(path, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    return cards[sender]
