import json
import os


def _check(sender, receiver, points):
    if type(points) is not int or points <= 0:
        raise ValueError("points must be a positive whole number")
    if not isinstance(sender, str) or not isinstance(receiver, str):
        raise ValueError("card numbers must be strings")
    if not sender or not receiver or sender == receiver:
        raise ValueError("sender and receiver must be two different cards")


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
    gained = cards[receiver] + points

    cards[sender] = left
    cards[receiver] = gained
    temporary = path + ".tmp"
    with open(temporary, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    os.replace(temporary, path)
    return left
