import itertools
import math
import stat

from harness import attempt, box, exploit_if, inconclusive, solution, testify
from probes import chance, ciphers, clock, constants, database
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

NAME, MOMENT = "tape 1", 1_900_000_000.25
PUT_AT_HOME = """
import os
before_that = os.getcwd()
os.chdir(home)
try:
    result = solution.Transcripts(*folders).put(name, text)
finally:
    os.chdir(before_that)
"""
#: An office is set up; on its drive is then what the first one of several runs has put there.
SET_UP = """
import os, shutil
for folder in (drive, own):
    shutil.rmtree(folder, True)
    os.mkdir(folder)
solution.Transcripts(drive, own).put(name, text)
places = [os.path.join(at, one) for at, _, files in os.walk(drive) for one in files]
if not first:
    for place in places:
        with open(place, "rb") as file:
            first.append((place, file.read()))
for place in places:
    os.remove(place)
for place, content in first:
    with open(place, "wb") as file:
        file.write(content)
"""
numbers = itertools.count()


def folder(kind):
    path = f"s-{kind}-{next(numbers)}"
    box.mkdir(path)
    return path


def opened(drive, own):
    return solution.Transcripts(box.path(drive), box.path(own))


def held(folder):
    """Path → content of all files below a folder."""
    files = [path for path in box.walk(folder) if stat.S_ISREG(box.stat(f"{folder}/{path}").st_mode)]
    return {path: box.read(f"{folder}/{path}") for path in files}


def reads(drive, own, *texts):
    """The texts, each told apart from all others, that an office with this folder of its own reads on the drive."""
    got = attempt(lambda: opened(drive, own).get(NAME))
    return database.leaks([got.value, str(got.error)], *texts)


class Offices(Machine):
    """Who has the module and the drive, but not what is in the folder of an office, neither reads nor writes its texts."""

    run = domain("in the same run", odd=("in a later run",))
    operations = {
        "read_as_another": (domain("a new folder", "another office", odd=("no folder", "the same path")), run),
        "read_from_the_same_moment": (),
        "read_as_one_of_the_same_name": (domain("relative", odd=("absolute",)),),
        "damage": (domain("cut off", "exchanged"),),
        "write_as_another": (domain("a new folder", "another office"), run),
        "write_in_clear": (),
        "write_under_a_key_on_the_drive": (domain("beside it", odd=("from the root",)),),
        "lose": (domain("emptied", "cut to a sign", "cut off", odd=("halved",)), domain("the key", odd=("key and drive",))),
    }

    def start(self, _):
        self.text = database.secret("text")
        self.drive, self.own = folder("drive"), folder("own")
        opened(self.drive, self.own).put(NAME, self.text)
        if not reads(self.drive, self.own, self.text):
            inconclusive("a transcript does not come back")

    def another(self, who, run):
        """The path of a folder that an attacker uses instead of the office's own."""
        if run == "in a later run":
            attempt(solution.reload)
        if who == "the same path":
            attempt(box.remove, self.own)
            box.mkdir(self.own)
            return self.own
        if who == "no folder":
            return f"s-none-{next(numbers)}"
        own = folder("other")
        if who == "another office":
            attempt(opened(folder("theirs"), own).put, NAME, "My father sold kites.")
        return own

    def read_as_another(self, who, run):
        found = reads(self.drive, self.another(who, run), self.text)
        return "a text was read without the folder of the office" if found else ""

    def read_from_the_same_moment(self):
        """Where chance is only the time, who knows the time has the key."""
        offices = [(folder("drive"), folder("own")) for _ in range(2)]
        for drive, own in offices:
            put = "solution.Transcripts(drive, own).put(name, text)"
            chance = "import random; random.seed(717)"
            clock.at(MOMENT, put, chance, drive=box.path(drive), own=box.path(own), name=NAME, text=self.text)
        (drive, _), (_, own) = offices
        return "who knows when the key was made, or all of `random`, reads a text" if reads(drive, own, self.text) else ""

    def read_as_one_of_the_same_name(self, paths):
        """Two offices in one process, whose folders are called the same, below different working directories."""
        one, other = homes = folder("home"), folder("home")
        drive, own = f"drive-{next(numbers)}", f"own-{next(numbers)}"
        for home in homes:
            box.mkdir(f"{home}/{drive}"), box.mkdir(f"{home}/{own}")
            folders = [path if paths == "relative" else box.path(f"{home}/{path}") for path in (drive, own)]
            attempt(testify, PUT_AT_HOME, home=box.path(home), folders=folders, name=NAME, text=self.text)
        found = reads(f"{other}/{drive}", f"{one}/{own}", self.text)
        return "two offices in one process have one key" if found else ""

    def damage(self, what):
        """A file of the drive is cut off, or comes from another office: it holds no text of this one, not even an empty one."""
        theirs = folder("drive")
        attempt(opened(theirs, folder("own")).put, NAME, "")
        stored = held(self.drive)
        for path, content in stored.items():
            if what == "cut off":
                instead = [content[:size] for size in (0, 1, 12, 16, 28, len(content) // 2)]
            else:
                instead = held(theirs).values()
            for data in instead:
                box.write(f"{self.drive}/{path}", data)
                got = attempt(lambda: opened(self.drive, self.own).get(NAME)).value
                if isinstance(got, str) and got != self.text:
                    return f"{data[:20]!r} was returned as the transcript {got!r}"
            box.write(f"{self.drive}/{path}", content)
        return ""

    def write_as_another(self, who, run):
        theirs = database.secret("forged")
        attempt(lambda: opened(self.drive, self.another(who, run)).put(NAME, theirs))
        return "a text of somebody else's was returned as the office's" if reads(self.drive, self.own, theirs) else ""

    def write_in_clear(self):
        theirs = database.secret("forged")
        before = [text for text in constants.strings() if len(text) < 20]
        texts = [sign.encode() + theirs.encode() for sign in ("", *before[:20])]
        return self.returned(theirs, lambda like: [data for text in texts for data in ciphers.in_clear(text, like)])

    def write_under_a_key_on_the_drive(self, path):
        """A transcript says under which of the office's keys it is: under one that lies on the drive."""
        self.start(None)
        theirs, key = database.secret("forged"), bytes(range(32))
        name = f"../{self.drive}/host" if path == "beside it" else box.path(f"{self.drive}/host")
        for file, content in held(self.own).items():
            for known in (file, *(file[:place] for place, sign in enumerate(file) if sign == "." and place > 0)):
                own_end = file[len(known):]
                if not any(known.encode() in stored for stored in held(self.drive).values()):
                    continue
                box.write(f"{self.drive}/host{own_end}", ciphers.key_file(key, content))
                effect = self.returned(theirs, lambda like: ciphers.named(theirs.encode(), key, like, known, name, NAME))
                box.remove(f"{self.drive}/host{own_end}")
                if effect:
                    return effect
        return ""

    def returned(self, theirs, made_like):
        """Each file of the drive is exchanged for what is made like it, and put back."""
        for path, content in held(self.drive).items():
            for data in made_like(content):
                box.write(f"{self.drive}/{path}", data)
                if reads(self.drive, self.own, theirs):
                    return "what was not encrypted with the office's key was returned as a transcript"
            box.write(f"{self.drive}/{path}", content)
        return ""

    def lose(self, how, what):
        """Files of two offices are damaged in the same way, all and each alone: they must not have one key after that.

        Of what is cut off, so little is left that all of it can be tried: both offices have the same left.
        """
        for which in (None, *held(self.own)):
            offices = [(folder("drive"), folder("own")) for _ in range(2)]
            left = {}
            for drive, own in offices:
                attempt(lambda: opened(drive, own).put(NAME, "My father sold kites."))
                if what == "key and drive":
                    attempt(box.remove, drive)
                    box.mkdir(drive)
                for path, content in held(own).items():
                    if which in (None, path):
                        kept = damaged(content, how)
                        box.write(f"{own}/{path}", kept if how == "halved" else left.setdefault(path, kept))
            attempt(solution.reload)
            for drive, own in offices:
                attempt(lambda: opened(drive, own).put(NAME, self.text))
            (drive, _), (_, own) = offices
            if reads(drive, own, self.text):
                return f"another office has the same key when files ({which or 'all'}) were {how}"
        return ""


def damaged(content, how):
    return content[: {"emptied": 0, "cut off": 4, "cut to a sign": 1, "halved": len(content) // 2}[how]]


def test_only_the_folder_of_the_office_opens_its_texts():
    found = search(Offices, tries=25, alone=1)
    exploit_if(found, str(found))


def words():
    """What stands in the module or is worked out when it is loaded; first what has the size of a key."""
    solution.reload()
    texts = [text for text in dict.fromkeys((*constants.strings(), *constants.held())) if 0 < len(text) <= 100]
    texts.sort(key=lambda text: len(text) not in (16, 24, 32, 43, 44, 64))
    return [*(one for text in texts for one in (text.encode("latin-1", "ignore"), text)), ""]


def test_no_word_of_the_module_or_the_drive_is_a_key():
    office = Offices()
    office.start(None)
    on_the_drive = held(office.drive)
    lines = [line for content in on_the_drive.values() for line in (content, *content.split(b"\n")) if len(line) < 200]
    known = [*words(), *lines, *on_the_drive, NAME]
    for path, content in on_the_drive.items():
        found = [content, *ciphers.opened(content, known, (NAME,))]
        exploit_if(database.leaks(found, office.text), f"{path} is opened by what stands in the module or on the drive")
        keys = [key for own in held(office.own).values() for key in ciphers.keys_of([own])[:1]]
        got = [key for key in keys if any(key in ciphers.keys_of([one])[:3] for one in found[1:])]
        exploit_if(got, f"{path} holds the key, under one that stands in the module or on the drive")


def test_no_word_of_the_module_is_a_second_key():
    office = Offices()
    office.start(None)
    theirs = database.secret("forged")
    for key in ciphers.keys_of(words())[:90]:
        effect = office.returned(theirs, lambda like: ciphers.locked(theirs.encode(), key, like, NAME)[:1])
        exploit_if(effect, effect)


def test_there_are_too_many_keys_to_try_all():
    """With less than some 40 bits, all can be tried on one file."""
    made = []
    for _ in range(12):
        drive, own = folder("drive"), folder("own")
        attempt(lambda: opened(drive, own).put(NAME, "x"))
        made.append(b"\0".join(held(own).values()))
    places = [len({content[place : place + 1] for content in made}) for place in range(min(map(len, made)))]
    bits = sum(map(math.log2, places))
    exploit_if(len(set(made)) < len(made), "of 12 offices, several have the same in their folders")
    exploit_if(bits < 40, f"what 12 offices have in their folders differs in about {bits:.0f} bits: all can be tried")


def test_the_key_is_made_of_chance():
    """Of all that an office has drawn, only that counts without which its text cannot be read."""
    text = "My father sold kites."
    weak = chance.too_little("solution.Transcripts(drive, own).get(name)", SET_UP, drive=box.path("s-drive-of-chance"),
        own=box.path("s-own-of-chance"), name=NAME, text=text, first=[])
    exploit_if(weak, f"the key of a text: {weak}")
