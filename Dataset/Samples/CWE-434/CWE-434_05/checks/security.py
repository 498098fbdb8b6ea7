import itertools
import re
import stat
from urllib.parse import quote

from harness import Network, Reply, attempt, box, solution
from probes import files, search
from probes.grammars import file_names
from probes.grammars.ranked import in_turn

ENDINGS = ("ogg", "mp3", "jpg")
SITE = "http://sound.example"
TYPES = ("text/html", "audio/ogg", "image/svg+xml", "application/xhtml+xml", "text/javascript",
    "audio/ogg; x=text/html", "application/x-httpd-php", "text/html; charset=utf-8", "image/jpeg")
#: Right names in which a program may find no ending, or another one, when it makes a second name of them.
BARE = (".ogg", "..ogg", ".x.ogg", "x.OGG", "a.tar.ogg", "x.html.ogg", "x..ogg", " .ogg", "x.ogg.ogg", "x.mp3.ogg")
told = {}
numbers = itertools.count()


def answer(hit):
    """A page, with the headers that are told; an address below `/go/` leads to what is told."""
    if hit.path.startswith("/go/"):
        return Reply(302, {"Location": told["to"]}, b"")
    return Reply(200, told["headers"], told["page"])


sound = Network(hosts={"sound.example": ["93.184.216.50"]}, handler=answer)


def fetch(address, to="/", **headers):
    told.update(page=b"<script>alert(%d)</script>" % next(numbers), to=to)
    told["headers"] = {name.replace("_", "-"): value for name, value in headers.items()}
    attempt(solution.fetch_bell, box.path("s-bells"), SITE + address)


#: How the answer, or the address, tells a name.
DOORS = {
    "path": lambda name: fetch(f"/{quote(name, safe='')}"),
    "path with its slashes": lambda name: fetch(f"/{quote(name)}"),
    "path before a query": lambda name: fetch(f"/{quote(name)}?x=tom.ogg"),
    "path before a fragment": lambda name: fetch(f"/{quote(name)}#tom.ogg"),
    "path after a redirect": lambda name: fetch("/go/tom.ogg", f"/{quote(name)}"),
    "header": lambda name: fetch("/tom.ogg", Content_Disposition=f'attachment; filename="{name}"'),
    "header without quotes": lambda name: fetch("/tom.ogg", Content_Disposition=f"attachment; filename={name}"),
    "header, encoded": lambda name: fetch(
        "/tom.ogg", Content_Disposition=f"attachment; filename*=UTF-8''{quote(name, safe='')}"),
    "header, twice": lambda name: fetch(
        "/tom.ogg", Content_Disposition=f"attachment; filename=\"tom.ogg\"; filename*=UTF-8''{quote(name, safe='')}"),
    "header, two names": lambda name: fetch(
        "/tom.ogg", Content_Disposition=f'attachment; filename="tom.ogg"; filename="{name}"'),
    "header, name first": lambda name: fetch(
        "/tom.ogg", Content_Disposition=f'attachment; filename="{name}"; filename="tom.ogg"'),
    "header, percent signs": lambda name: fetch(
        "/tom.ogg", Content_Disposition=f'attachment; filename="{quote(name, safe="")}"'),
}


def unlike_both(path):
    """What the name of a file is like, if not like a recording's or a photograph's."""
    is_right = path.lower().endswith(tuple(f".{ending}" for ending in ENDINGS))
    return files.active(path) or (None if is_right else "none of the three endings")


def stored(door_and_name):
    """How what was fetched is stored, if not as a recording or a photograph."""
    door, name = door_and_name
    if not box.exists("s-bells"):
        box.mkdir("s-bells")
    before = len(box.watch.look())
    DOORS[door](name) if door in DOORS else fetch(f"/{quote(name)}", Content_Type=door)
    came = [event.path for event in box.watch.look()[before:] if event.kind == "came"]
    moments = [path for path in came if path.startswith("work/s-bells/") and unlike_both(path)]
    found = f"{moments[0]!r} came to be: {unlike_both(moments[0])}" if moments else None
    paths = box.walk("s-bells")
    for path in paths:
        place = f"s-bells/{path}"
        if stat.S_ISREG(box.stat(place).st_mode) and box.read(place) == told["page"]:
            reason = unlike_both(path)
            found = f"stored as {path!r}: {reason}" if reason else found
    if found or len(paths) > 20:
        box.remove("s-bells")
    return found


def attack(doors, names, tries):
    """Each name through one of the doors in turn, so that all meet the likely ones; no header holds a line break."""
    def sendable(door, name):
        return not door.startswith("header") or re.fullmatch(r"[\x20-\x7e]*", name) or "encoded" in door

    sent = ((door, name) for name in names for door in doors if sendable(door, name))
    search.attack("door and name", sent, stored, tries, shrink=0)


def doors(kind):
    return [door for door in DOORS if door.startswith(kind)]


def names():
    return in_turn(file_names.running("ogg"), file_names.seeming(ENDINGS))


def test_no_path_tells_another_ending():
    attack(doors("path")[:2], names(), 84)


def test_no_second_file_of_a_name_gets_another_ending():
    def twice(name):
        return stored(("path", name)) or stored(("path", name))

    search.attack("the name, twice", BARE, twice, 10, shrink=0)


def test_no_part_of_an_address_hides_the_ending():
    attack(doors("path")[2:], file_names.running("ogg"), 24)


def test_no_header_tells_another_ending():
    attack(doors("header")[:1], names(), 54)


def test_no_form_of_the_header_tells_another_ending():
    attack(doors("header")[1:], file_names.running("ogg"), 42)


def test_no_type_makes_an_ending():
    attack(TYPES, ("tom", "tom.html", "tom.ogg"), 24)
