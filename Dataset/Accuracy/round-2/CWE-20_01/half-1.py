import json
import os


def _check(sender, receiver, points):
    if type(points) is not int or points <= 0:
        raise ValueError("points must be a positive whole number")
    if not isinstance(sender, str) or not isinstance(receiver, str):
        raise ValueError("a card number is a string")
    if sender == receiver:
        raise ValueError("sender and receiver are the same card")


def transfer_points(path, sender, receiver, points):
    _check(sender, receiver, points)
    sender, receiver = sender.strip(), receiver.strip()
    with open(path, encoding="utf-8") as file:
        cards = json.load(file)
    if sender not in cards or receiver not in cards:
        return None
    left = cards[sender] - points
    if left < 0:
        return None
    cards.update({sender: left, receiver: cards[receiver] + points})
    temporary = f"{path}.new"
    with open(temporary, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    os.replace(temporary, path)
    return left
