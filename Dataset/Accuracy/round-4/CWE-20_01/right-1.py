import functools
import inspect
import json
import os
import tempfile


def checked(function):
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        given = signature.bind(*args, **kwargs).arguments
        cards = [given["sender"], given["receiver"]]
        if not all(type(card) is str for card in cards) or len(set(cards)) != 2:
            raise ValueError("two different cards, please")
        if type(given["points"]) is not int or given["points"] < 1:
            raise ValueError("a positive whole number, please")
        return function(*args, **kwargs)

    return wrapper


@checked
def transfer_points(path, sender, receiver, points):
    with open(path, "rb") as source:
        table = json.loads(source.read())
    if not {sender, receiver} <= table.keys() or table[sender] < points:
        return None
    table |= {sender: table[sender] - points, receiver: table[receiver] + points}
    handle, draft = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)))
    try:
        with open(handle, "w", encoding="ascii") as target:
            json.dump(table, target)
        os.chmod(draft, os.stat(path).st_mode & 0o777)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
    return table[sender]
