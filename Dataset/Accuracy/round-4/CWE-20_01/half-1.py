import json
import os


def _card(value):
    if not isinstance(value, str):
        raise ValueError("a card number is a string")
    return value.strip()


def transfer_points(path, sender, receiver, points):
    if isinstance(points, bool) or not isinstance(points, int) or points <= 0:
        raise ValueError("points must be a positive whole number")
    if sender == receiver:
        raise ValueError("sender and receiver are the same card")
    sender, receiver = _card(sender), _card(receiver)

    with open(path, encoding="utf-8") as file:
        cards = json.load(file)
    if sender not in cards or receiver not in cards:
        return None
    left, gained = cards[sender] - points, cards[receiver] + points
    if left < 0:
        return None
    cards[sender] = left
    cards[receiver] = gained
    draft = path + ".new"
    with open(draft, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    os.replace(draft, path)
    return left
