import itertools
import re
from os.path import join


class Refused(Exception):
    pass


def tidy(filename):
    name = re.sub(r"[^A-Za-z0-9._-]+", "", filename[max(filename.rfind("/"), filename.rfind("\\")) + 1 :].replace(" ", "-"))
    head, dot, tail = name.rpartition(".")
    if not dot:
        head, tail = name, ""
    if not head or head.startswith(".") or (dot and tail.lower() not in ("ini", "cfg", "txt")):
        raise Refused(filename)
    if (head.lower(), tail.lower()) == ("php", "ini"):
        raise Refused(filename)
    return head, dot + tail


def store(folder, filename, data):
    try:
        head, ending = tidy(filename)
    except Refused:
        return None
    for more in itertools.chain([""], (f"-{number}" for number in itertools.count(2))):
        try:
            with open(join(folder, head + more + ending), "xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return head + more + ending
