import re
from pathlib import Path

SETUP = re.compile(r"(?P<stem>[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?)(?P<ending>\.(?:ini|cfg|txt))|(?P<bare>[A-Za-z0-9_-]+)|(?P<odd>[A-Za-z0-9_-][A-Za-z0-9._-]*\.)(?P<end>ini|cfg|txt)", re.IGNORECASE)
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


def store(folder, filename, data):
    last = filename.replace("\\", "/").split("/")[-1]
    name = "".join(sign for sign in last.replace(" ", "-") if sign in LETTERS)
    if name.casefold() == "php.ini" or not (found := SETUP.fullmatch(name)):
        return None
    if found["bare"]:
        stem, ending = name, ""
    elif found["odd"]:
        stem, ending = found["odd"][:-1], "." + found["end"]
    else:
        stem, ending = found["stem"], found["ending"]
    there = {path.name.casefold() for path in Path(folder).iterdir()}
    number = 1
    while True:
        if name.casefold() not in there:
            try:
                with Path(folder, name).open("xb") as file:
                    file.write(data)
                return name
            except FileExistsError:
                there.add(name.casefold())
        number += 1
        name = f"{stem}-{number}{ending}"
