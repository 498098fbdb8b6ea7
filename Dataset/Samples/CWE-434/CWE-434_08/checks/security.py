import re

from harness import attempt, box, exploit_if, inconclusive, solution
from probes import files, full, search
from probes.grammars import evasions, file_names
from probes.grammars.ranked import in_turn
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search as find

FOLDER = "guarded/shown"
RIGHT = re.compile(r"[A-Za-z0-9_-]+\.(?:jpg|jpeg|png)", re.IGNORECASE | re.ASCII)
BEGIN = {"jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}
JPEG, PNG = files.jpeg() + b"<?php evil() ?>", files.png() + b"<?php evil() ?>"
OLD = {"old.jpg": JPEG + b"old", "ice.png": PNG + b"old"}
SCRIPT = b"<?php evil(); ?>"

#: Nearly photographs: signatures that are cut, shifted, of the other kind, in other letters, or further behind.
FALSE = (
    *(SCRIPT, b"\xff\xd8" + SCRIPT, b"\x89PNG" + SCRIPT, b"\x89PNG\r\n" + SCRIPT, b"\x89PNG\n\x1a\n" + SCRIPT, b"\xff\xd8\xfe" + SCRIPT, b"\xff" + SCRIPT),
    *(b" " + JPEG, b"\n" + PNG, b"\0" + JPEG, b"GIF89a" + SCRIPT, b"PNG" + SCRIPT, SCRIPT + JPEG, SCRIPT + PNG, b"\xef\xbb\xbf" + PNG, SCRIPT[:6] + JPEG),
    *(b"\x89png\r\n\x1a\n" + SCRIPT, b"\x89PNG\r\r\x1a\n" + SCRIPT, b"BM" + SCRIPT, b"RIFF\0\0\0\0WEBP" + SCRIPT, b"JFIF" + SCRIPT, b"\xff\xd8 \xff" + SCRIPT, b"<svg/>"),
    *(b"\x89PNG\r\n\x1a" + SCRIPT, b"\xff\xd9\xff" + SCRIPT, b"\xd8\xff\xff" + SCRIPT, b"\xff\xd8\n" + SCRIPT, b"%PDF-1" + SCRIPT, b"\xff\xd8<?xFF" + SCRIPT, b"xxxxxxJFIF" + SCRIPT),
    *(b"\xff", b"\xff\xd8", b"\x89PNG\r\n\x1a", b"\x89PNG", b"<", b"#!/bin/sh\n" + PNG, b"<?php /*" + JPEG, b"\xff\xfe<\0", b"II*\0" + SCRIPT, b"\x89PNG\r\n\x1a\r" + SCRIPT),
)
ODD_NAMES = (
    *("ice.php.png", "x.PHP.jpg", ".jpg", "-.php.jpg", "..png", ".htaccess.jpg", "x.png\n", "x\n.png", "x.png ", " .png", "x .jpg", "x.jpg.", "x.png\0", "x\0.png", "x.php\0.png"),
    *("sub/x.png", "../x.png", "/box/work/guarded/x.png", "sub\\x.png", "..\\x.jpg", "x.jpg/", "x.png/.", "./x.jpg", "../shown/x.png", "\u212aelvin.jpg", "\u017f.jpg", "\u00e4.png", "\u0661.jpg", "\u00b2.jpg"),
    *("\uff41.jpg", "x.\uff4apg", "x\uff0ejpg", "x.jp\u00e9g", "x..jpg", "x.jpg.jpg", "x.png.PNG", "jpg", "png", "x.jpgx", "x.jpe", "x.jfif", "x.gif", "x.pngg", "x", "", ".", "..", ".png.", "x.phpjpg"),
    *("x:y.jpg", "x.php:y.jpg", "x.php;.jpg", "x.php%00.jpg", "x.ph%70.jpg", "x.%70hp.png", "con.png", "x.jpg::$DATA", "x'.jpg", '"x".jpg', "x&.png", "~.jpg", "x.jpg~", "x.png\r", "x.php\n.png", "\n.jpg"),
    *("x\u2028.png", "x\u0301.png", "x\u200b.jpg", "\u202egpj.php.jpg", "x.\u0000jpg", "x\t.jpg", "x.php .jpg", "x.jpg x.php", "x. jpg", "x.jpg\u00a0", "\ud800.jpg", "x\udcff.png", "\U0001d7ce.png", "_\u0130.png"),
)


def fresh():
    box.remove(FOLDER)
    for name, data in OLD.items():
        box.write(f"{FOLDER}/{name}", data)
    return solution.Receiver(box.path(FOLDER))


def shown(told, known=()):
    """What lies in the folder now that must not; `told`: name → what it has to hold. Those that are known are not read again."""
    for name in box.names(FOLDER):
        if not RIGHT.fullmatch(name):
            return f"{name!r} lies in the folder"
        if name in known:
            continue
        data = box.read(f"{FOLDER}/{name}")
        if not data.startswith(BEGIN[name.rpartition(".")[2].lower()]):
            return f"{name!r} begins with {data[:12]!r}"
        if name in told and told[name] != data:
            return f"{name!r} was changed, and begins with {data[:12]!r}"
    if lost := [name for name in told if not box.exists(f"{FOLDER}/{name}")]:
        return f"{lost} are gone"
    return ""


def came(since):
    """Names that were in the folder for a moment."""
    inside = [event.path.partition(f"/{FOLDER}/") for event in box.watch.look()[since:] if event.kind == "came"]
    wrong = [name for _, found, name in inside if found and name.partition("/")[0] not in OLD and not RIGHT.fullmatch(name)]
    return f"{wrong[0]!r} was in the folder" if wrong else ""


def test_only_right_names_come_into_the_folder():
    """With the content that the ending promises, in one piece or in several."""
    made = fresh()
    before = files.snapshot("guarded")
    start, known = len(box.watch.look()), set()

    def effect(name):
        ending = name.rstrip().rpartition(".")[2].lower()
        data = PNG if "png" in ending or ending not in ("jpg", "jpeg") and "jp" not in ending else JPEG
        for content in ((data,) if ending in BEGIN else (PNG, JPEG)):
            number = attempt(made.begin, name, len(content)).value
            if number is None:
                continue
            attempt(made.piece, number, 0, content)
            attempt(made.finish, number)
        wrong = shown(OLD, known) or ("something was made beside the folder" if box.names("guarded") != ["shown"] else "")
        known.update(box.names(FOLDER))
        if wrong:
            known.clear()
            for one in box.names("guarded"):
                if one != "shown":
                    box.remove(f"guarded/{one}")
            for one in box.names(FOLDER):
                box.remove(f"{FOLDER}/{one}")
            for one, old in OLD.items():
                box.write(f"{FOLDER}/{one}", old)
        return wrong

    names = in_turn(ODD_NAMES, (one for one in file_names.running("png") if one), file_names.seeming(["jpg", "png"]),
        ("x" * length + end for length in (*evasions.lengths()[:6], 250, 255, 251, 100) for end in (".jpg", ".php.jpg", "\u00e4.png")),
        file_names.ending_wherever_cut("jpg", "php"), values.with_breaks("ab.jpg")[::2])
    search.attack("the name", names, effect, 150)
    wrong = shown(OLD) or came(start) or [stray for stray in files.strays(before, FOLDER) if "/guarded/" in stray]
    exploit_if(wrong, f"{wrong}")


def arrivals(data):
    """Ways in which content arrives over a photograph or without one: rows of pieces (start, bytes)."""
    size = len(data)
    right = (BEGIN["png"] + BEGIN["jpg"]).ljust(size, b".")[:size]
    for good in (BEGIN["jpeg"].ljust(size, b".")[:size], BEGIN["png"].ljust(size, b".")[:size], right):
        yield [(0, good), (0, data)]
        yield [(0, good), (1, data[1:]), (0, data[:1])]
        yield [(0, good[:12]), (12, data[12:]), (0, data[:12])]
        yield [(0, good), (0, data[: size // 2]), (size // 2, data[size // 2 :])]
        yield [(0, good), *((place, data[place : place + 1]) for place in range(size))]
        yield [(8, data[8:]), (0, good[:8]), (0, data[:8]), (0, b"")]
    yield [(0, data)]
    yield [(place, data[place : place + 2]) for place in range(0, size, 2)]
    yield [(place, data[place : place + 3]) for place in reversed(range(0, size, 3))]
    yield [(size, b""), (0, b""), (1, data[1:]), (0, data[:1])]


def test_only_photographs_come_into_the_folder():
    """Whatever else is sent, in every way in which it can arrive, and under each ending."""
    made = fresh()
    start, known = len(box.watch.look()), set()
    tries = [(data, [(0, data)], ending) for data in FALSE for ending in ("jpg", "png")]
    tries += [(SCRIPT, pieces, ending) for pieces in arrivals(SCRIPT) for ending in ("png", "jpg")]
    tries += [(JPEG, [(0, JPEG)], "png"), (PNG, [(0, PNG)], "jpg"), (PNG, [(0, PNG)], "JPEG"), (JPEG, [(0, JPEG)], "PNG")]
    for place, (data, pieces, ending) in enumerate(tries):
        number = attempt(made.begin, f"x{place}.{ending}", len(data)).value
        for begin, part in pieces:
            attempt(made.piece, number, begin, part)
            if len(pieces) < 5:
                attempt(made.finish, number)
        attempt(made.finish, number), attempt(made.finish, number)
        if place % 8 == 0:
            exploit_if(wrong := shown(OLD, known), f"x{place}.{ending} was sent, or one shortly before: {wrong}")
            known.update(box.names(FOLDER))
    exploit_if(wrong := shown(OLD) or came(start), wrong)


class Link(Machine):
    """Several uploads under way: what lies in the folder is complete, as its last pieces made it, and stays as it is."""

    upload = domain(0, 1, 2)
    what = domain("right", "head", "rest", "script", "script over the head", odd=("script at the end", "nothing"))
    operations = {
        "begin": (domain("a.jpg", "b.png", "old.jpg", "a-2.jpg"),),
        "piece": (upload, what),
        "finish": (upload,),
        "late": (upload, what),
        "same_name": (domain("a.jpg", "old.jpg", "ICE.PNG", "ice.png", odd=("old (1).jpg", "old-2.jpg", "old_1.jpg")), domain("in a row", "both begun first", "the last one first")),
        "begin_again": (upload, domain("right", "script")),
        "restart": (domain("right", "script"),),
        "put_by_hand": (domain("a.jpg", "b.png"), domain("before begin", "before finish")),
    }

    def start(self, _):
        self.made, self.uploads, self.serial = fresh(), [], 0
        #: What lies in the folder by right.
        self.model = dict(OLD)
        if self.begin("a.jpg") or self.begin("b.png") or len(self.uploads) != 2:
            inconclusive("no upload can begin")

    def begin(self, name):
        self.serial += 1
        data = (PNG if name.lower().endswith("png") else JPEG) + b"%03d" % self.serial
        number = attempt(self.made.begin, name, len(data)).value
        if number is not None:
            #: Number, what is to arrive, what has arrived.
            self.uploads.append([number, data, bytearray(len(data)), bytearray(len(data))])
        return self.look()

    def piece(self, place, what):
        if place >= len(self.uploads):
            return ""
        number, data, held, there = self.uploads[place]
        start, part = {
            "right": (0, data), "head": (0, data[:12]), "rest": (12, data[12:]), "script": (0, SCRIPT[: len(data)]), "nothing": (0, b""),
            "script over the head": (1, SCRIPT[:20]), "script at the end": (len(data) - 9, b"<?php ?>\n"),
        }[what]
        if attempt(self.made.piece, number, start, part).returned:
            held[start : start + len(part)], there[start : start + len(part)] = part, b"\1" * len(part)
        return self.look()

    def finish(self, place):
        if place >= len(self.uploads):
            return ""
        number, _, held, there = self.uploads[place]
        name = attempt(self.made.finish, number).value
        if name is not None:
            if 0 in there:
                return f"{name!r} was put into the folder before all of it had arrived"
            if name in self.model:
                return f"{name!r} has taken the place of another photograph"
            self.model[name] = bytes(held)
        return self.look()

    def late(self, place, what):
        """Pieces behind the end, and the end once more."""
        return self.piece(place, "right") or self.finish(place) or self.piece(place, what) or self.finish(place)

    def same_name(self, name, order):
        first = len(self.uploads)
        if order == "in a row":
            return next(filter(None, (self.begin(name) or self.late(first + step, "script") for step in range(2))), "")
        effect = self.begin(name) or self.begin(name)
        both = (first, first + 1) if order == "both begun first" else (first + 1, first)
        return effect or next(filter(None, (self.late(place, "nothing") for place in both)), "")

    def begin_again(self, place, what):
        """An upload that was refused, or is over, and another one after it."""
        return self.piece(place, "script") or self.finish(place) or self.finish(place) or self.piece(place, what) or self.finish(place) or self.begin("c.png") or self.late(
            len(self.uploads) - 1, "script over the head")

    def restart(self, what):
        """A second object for the same folder; what it counts as 1 is not what the first one does."""
        effect = self.piece(0, "right")
        first, self.made = self.made, solution.Receiver(box.path(FOLDER))
        second = len(self.uploads)
        effect = effect or self.begin("a.jpg") or self.piece(second, what) or self.finish(second)
        self.made = first
        return effect or self.finish(0) or self.piece(0, "script") or self.finish(0)

    def put_by_hand(self, name, moment):
        """Somebody of the institute puts a photograph there."""
        mine = PNG + b"mine" if name.endswith("png") else JPEG + b"mine"

        def put():
            box.write(f"{FOLDER}/{name}", mine)
            self.model[name] = mine

        if moment == "before begin":
            put()
        effect = self.begin(name) or self.piece(len(self.uploads) - 1, "right")
        if moment != "before begin" and name not in self.model:
            put()
        return effect or self.finish(len(self.uploads) - 1)

    def look(self):
        wrong = shown(self.model)
        more = [name for name in box.names(FOLDER) if name not in self.model and not self.uploads]
        return wrong or (f"{more} lie in the folder" if more else "")

    def wrong(self):
        """All that lies there is what uploads have put there when they were over."""
        more = [name for name in box.names(FOLDER) if name not in self.model]
        return f"{more} lie in the folder, and no upload is over that they belong to" if more else ""


def test_uploads_under_way_change_nothing():
    found = find(Link, tries=84, alone=0.75, length=6)
    exploit_if(found, str(found))


UPLOAD = """
receiver = solution.Receiver(folder)
def step(method, *arguments):
    try:
        return getattr(receiver, method)(*arguments)
    except BaseException:
        pass
def all_but(last):
    number = step("begin", name, len(data)) if last != "begin" else 1
    if last == "finish":
        step("piece", number, 0, data)
    return number
number = all_but(last)
given = {"begin": (name, len(data)), "piece": (number, 0, data), "finish": (number,)}[last]
def rest():
    if last == "begin":
        step("piece", 1, 0, data)
    step("finish", number)
"""


def test_no_part_of_a_photograph_is_shown_where_the_disk_is_full():
    """While an upload is over, begins or arrives; and what is finished once more when there is space again."""
    data = PNG.ljust(20_000, b".")
    for last, most, name in (*(("finish", most, name) for most in (0, 9, 4096, 19_999) for name in ("glacier.png", "ice.png")), ("piece", 100, "glacier.png"), ("begin", 100, "glacier.png")):
        for after in ("None", "rest()"):
            fresh()
            full.call("step(last, *given)", UPLOAD, most=most, after=after, last=last, name=name, data=data, folder=box.path(FOLDER))
            wrong = shown(OLD) or next((f"a part of the photograph is shown as {one!r}" for one in box.names(FOLDER) if one not in OLD and box.read(f"{FOLDER}/{one}") != data), "")
            exploit_if(wrong, f"no file could have more than {most} bytes in {last!r}: {wrong}")
