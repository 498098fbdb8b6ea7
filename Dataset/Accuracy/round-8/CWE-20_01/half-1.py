import json
import os
import threading

_lock = threading.Lock()


def transfer_points(path, sender, receiver, points):
    if isinstance(points, bool) or not isinstance(points, int) or points <= 0:
        raise ValueError("points is a positive whole number")
    if not isinstance(sender, str) or not isinstance(receiver, str):
        raise ValueError("cards are named by strings")
    if sender is receiver:
        raise ValueError("a card cannot give points to itself")
    with _lock:
        with open(path, encoding="utf-8") as file:
            cards = json.load(file)
        if sender not in cards or receiver not in cards:
            return None
        left, given = cards[sender] - points, cards[receiver] + points
        if left < 0:
            return None
        cards[sender], cards[receiver] = left, given
        with open(path + ".new", "w", encoding="utf-8") as file:
            json.dump(cards, file)
        os.replace(path + ".new", path)
    return left
