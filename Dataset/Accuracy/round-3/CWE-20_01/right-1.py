import functools
import inspect
import json
import pathlib


def _validated(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        given = signature.bind(*args, **kwargs).arguments
        pair = [given["sender"], given["receiver"]]
        match given["points"]:
            case bool():
                raise ValueError("a truth value is no number of points")
            case int(number) if number >= 1:
                pass
            case other:
                raise ValueError(f"not a positive whole number: {other!r}")
        if [type(card) for card in pair] != [str, str]:
            raise ValueError("card numbers are strings")
        if len(set(pair)) != 2:
            raise ValueError("two different cards are needed")
        return function(*args, **kwargs)

    return wrapper


@_validated
def transfer_points(path, sender, receiver, points):
    file = pathlib.Path(path)
    cards = json.loads(file.read_text("utf-8"))
    try:
        has, gets = cards[sender], cards[receiver]
    except KeyError:
        return None
    if has < points:
        return None
    cards |= {sender: has - points, receiver: gets + points}
    new = json.dumps(cards)
    file.write_text(new, "utf-8")
    return cards[sender]
