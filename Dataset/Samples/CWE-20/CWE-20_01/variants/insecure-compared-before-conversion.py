import json


def _card_key(card):
    # the app sends a card number of digits only as a JSON number
    if isinstance(card, int):
        return str(card)
    if isinstance(card, str):
        return card
    raise ValueError("not a card number")


def transfer_points(path, sender, receiver, points):
    if isinstance(points, bool) or not isinstance(points, int):
        raise ValueError("points must be a whole number")
    if points < 1:
        raise ValueError("points must be positive")
    if sender == receiver:
        raise ValueError("sender and receiver must be two different cards")
    sender = _card_key(sender)
    receiver = _card_key(receiver)

    with open(path, encoding="utf-8") as file:
        cards = json.load(file)

    old_sender = cards.get(sender)
    old_receiver = cards.get(receiver)
    if old_sender is None or old_receiver is None or old_sender < points:
        return None

    cards[sender] = old_sender - points
    cards[receiver] = old_receiver + points
    with open(path, "w", encoding="utf-8") as file:
        json.dump(cards, file)
    return old_sender - points
