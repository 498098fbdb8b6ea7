import json


def transfer_points(path, sender, receiver, points):
    points = int(points)

    with open(path) as f:
        cards = json.load(f)
    if sender not in cards or receiver not in cards:
        return None
    if points > cards[sender]:
        return None
    cards[sender] -= points
    cards[receiver] += points
    with open(path, "w") as f:
        json.dump(cards, f, indent=4)
    return cards[sender]
