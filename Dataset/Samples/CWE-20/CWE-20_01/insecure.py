import json


def transfer_points(path, sender, receiver, points):
    with open(path, encoding="utf-8") as file:
        cards = json.load(file)

    if sender not in cards or receiver not in cards:
        return None

    sender_balance = cards[sender]
    receiver_balance = cards[receiver]
    if sender_balance < points:
        return None

    cards[sender] = sender_balance - points
    cards[receiver] = receiver_balance + points

    with open(path, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    return sender_balance - points
