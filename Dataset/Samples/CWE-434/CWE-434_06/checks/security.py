import itertools
import re

from harness import attempt, box, exploit_if, solution
from probes import files
from probes.grammars import file_names
from probes.grammars.ranked import in_turn
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search
from probes.search import attack

PNG, GIF = files.png(), files.gif()
BEGINNINGS = {"png": PNG[:8], "gif": b"GIF89a"}
PAGE = b"<!doctype html><script>alert(1)</script>"
LIMIT = 65_536
PICTURE = re.compile(r"[1-9][0-9]*\.(png|gif)")
folders = itertools.count()


def kind_of(data):
    return "png" if data.startswith(PNG[:8]) else "gif" if data[:6] in (b"GIF87a", b"GIF89a") else None


def seeming():
    """Contents that begin nearly like a picture: less of it, another sign in it, or something before it."""
    near = [b"", PAGE, b"GIF", b"\x89PNG", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"]
    for beginning in BEGINNINGS.values():
        near += [beginning[:size] + PAGE for size in range(1, len(beginning))][::-1]
        near += [before + beginning + PAGE for before in (b" ", b"\n", b"\xef\xbb\xbf", b"\0", PAGE, b"<!--")]
        near += [beginning[:place] + b"x" + beginning[place + 1 :] + PAGE for place in range(len(beginning))]
        near += [beginning[:-1].lower() + beginning[-1:].upper() + PAGE, beginning.replace(b"\r\n", b"\n") + PAGE]
    return [*near, b"GIF88a" + PAGE, b"GIF90a" + PAGE, b"\xff\xd8\xff\xe0\0\x10JFIF\0" + PAGE, b"GIF87b" + PAGE]


#: Names that no list has, each with a content of its own kind or of none.
BOTH = [(name, data) for name, *contents in (
    ("x", PAGE, b"\xff\xd8\xff\xe0\0\x10JFIF\0"), ("", PAGE, b""), ("cat.PNG", PAGE), (".gif", PAGE), ("cat.html", PAGE),
    ("cat.svg", b"<svg onload='alert(1)'/>"), ("cat.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0"), ("cat.png.", PAGE), ("cat.apng", PAGE),
    ("cat.webp", b"RIFF\x1a\0\0\0WEBPVP8L"), ("cat.bmp", b"BM" + PAGE), ("cat.png\0.html", PAGE), ("cat.GIF ", PAGE)) for data in contents]


class House(Machine):
    """In the folder lie pictures only, under the name of their kind, and they are shown as what they are."""

    flat = domain(3, 12)
    name = domain("cat.png", "cat.gif", odd=itertools.islice(
        itertools.chain(
            ("x", "", "x.html", ".htaccess"), file_names.running("png"), file_names.seeming(("png", "gif"))
        ), 60))
    data = domain(PNG, GIF, odd=(*seeming(), PNG + b"\0" * (LIMIT + 1 - len(PNG)), GIF + b"\0" * (LIMIT + 1 - len(GIF))))
    operations = {
        "put": (flat, name, data),
        "put_both": (domain(*BOTH),),
        "put_twice": (domain("cat.png", "cat.gif"), domain(PAGE, PNG[:4] + PAGE)),
        "move": (flat, domain(12, 5)),
        "move_to_no_flat": (domain(0, -7, odd=(True, "x", "x.html", 2.5)),),
        "open_again": (),
    }
    looks_at_each_step = True

    def start(self, _):
        self.folder = f"s-{next(folders)}"
        box.mkdir(self.folder)
        self.seen = len(box.watch.look())
        self.bells = solution.Doorbells(box.path(self.folder))
        self.bells.put(3, "mine.png", PNG)
        self.bells.put(12, "mine.gif", GIF)
        self.model, self.shown = self.files(), None

    def files(self):
        return {path: box.read(f"{self.folder}/{path}") for path in box.walk(self.folder) if self.is_file(path)}

    def is_file(self, path):
        return box.stat(f"{self.folder}/{path}").st_mode & 0o170000 == 0o100000

    def put(self, flat, name, data):
        before = self.of(flat, self.model)
        refused = attempt(self.bells.put, flat, name, data).error is not None
        return "the earlier picture is gone" if refused and before and self.of(flat, self.files()) != before else ""

    def put_both(self, name_and_data):
        """A name that says nothing or too much, and a content that is no picture of these two."""
        attempt(self.bells.put, 5, *name_and_data)

    def put_twice(self, name, data):
        """What was refused is sent again, and for another flat."""
        for flat in (3, 3, 5, 12):
            attempt(self.bells.put, flat, name, data)

    def move(self, old, new):
        attempt(self.bells.move, old, new)

    def move_to_no_flat(self, new):
        """What `put` takes for no flat is none for `move`; who looks in neither leaves that to the callers."""
        if attempt(self.bells.put, new, "cat.png", PNG).error is not None:
            attempt(self.bells.move, 3, new)
            return self.wrong()
        for path in set(self.files()) - set(self.model):
            box.remove(f"{self.folder}/{path}")
        self.seen = len(box.watch.look())
        return ""

    def open_again(self):
        self.bells, self.shown = solution.Doorbells(box.path(self.folder)), None

    def of(self, flat, files):
        return {path: data for path, data in files.items() if path.startswith(f"{flat}.")}

    def wrong(self):
        self.model = self.files()
        place = f"work/{self.folder}/"
        came = [event.path for event in box.watch.look()[self.seen :] if event.kind == "came"]
        for path in (path.removeprefix(place) for path in came if path.startswith(place)):
            if not PICTURE.fullmatch(path):
                return f"{path!r} came to lie in the folder"
        for path, data in self.model.items():
            if kind_of(data) != path.rpartition(".")[2] or len(data) > LIMIT:
                return f"{path} holds {data[:20]!r}, {len(data)} bytes"
        if self.model == self.shown:
            return ""
        self.shown = self.model
        return next(filter(None, map(self.shown_wrong, (3, 12, 5))), "")

    def shown_wrong(self, flat):
        shown = attempt(self.bells.show, flat).value
        if not isinstance(shown, (tuple, list)) or len(shown) != 2 or not isinstance(shown[1], bytes):
            return ""
        return "" if shown[0] == f"image/{kind_of(shown[1])}" else f"{shown[1][:20]!r} is shown as {shown[0]}"


def test_no_picture_comes_under_a_name_that_seems_right():
    """A right content each time, so that nothing but the name speaks against it."""
    names = in_turn(file_names.seeming(("gif", "png")), file_names.running("gif"))
    put_alone((name, data) for name in itertools.islice(names, 45) for data in (GIF, PNG))


def test_nothing_that_begins_nearly_like_a_picture_is_one():
    put_alone((f"cat.{kind_of(whole)}", data) for data in seeming() for whole in (PNG, GIF))


def put_alone(names_and_data):
    house = House()
    house.start(None)

    def wrong(pair):
        return house.put(3, *pair) or house.wrong()

    attack("the picture", names_and_data, wrong, 200, shrink=0)


def test_nothing_but_pictures_comes_into_the_folder():
    found = search(House, tries=150, alone=0.85, length=4)
    exploit_if(found, str(found))
