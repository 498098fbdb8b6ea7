import itertools

from harness import attempt, box, exploit_if, inconclusive, solution
from probes import markers, programs, search
from probes.grammars import arguments, placeholders, records, shell
from probes.grammars.ranked import in_turn

numbers = itertools.count()
#: What line readers, templates, quoting by hand and options make of the name of a file.
NAMES = (
    *("x\ny.txt", "x\rsong.txt", "x\r\nsong.txt", "x\tsong.txt", "x\u2028song.txt", "x\u0085song.txt", "x\x0bsong.txt", "x\x0csong.txt", "x\x1csong.txt", "-x", "--", "--label", "--null", "-", "--label=x", "-rf", "x song.txt", " x", "x ", "x\n", "\nx", "\n", " ", "\t"),
    *("'", '"', "\\", "x\\", "x'y", 'x"y', "x''y", "x'\"y", "*", "s?ng.txt", "[s]ong.txt", "~", "#x", "!x", "{}", "{0}", "%s", "$0", "$HOME", "\\0", "x\\ny", "x\\'y", "x,song.txt", "x;song.txt", "x|song.txt", "x:song.txt", "null", "[]", "''", '""', "&", "x\\", "\\\n", "x'\n'y", "x\x1fsong.txt", "x\x01song.txt", "+", "=", "x=song.txt"),
)


def plain(text):
    """A text for the name of a file: commands in it are of letters only."""
    for word in ("SCRIPT", "QUIET", "PLAIN", "CMD"):
        text = text.replace(word, "TOOL")
    return text.replace("/bin/sh\tPATH", "TOOL").replace("/bin/sh PATH", "TOOL").replace("/", "")


def storable(name):
    return name not in ("", ".", "..", "song.txt") and not any(sign in name for sign in "/\0") and not any("\ud800" <= sign <= "\udfff" for sign in name) and len(name.encode()) < 200 and not name.startswith(".")


class Village:
    """A folder with some files, and what may be burnt of it."""

    def __init__(self):
        self.marker = markers.new()
        self.tool = self.marker.words()
        self.unburnt = programs.script("unburnt", 'cd "$2" && for file in *; do printf "%s\\0" "$file"; done')
        self.machine = programs.script("burn", "exit 0")

    def filled(self, text):
        for word in sorted(self.tool, key=len, reverse=True):
            text = text.replace(word, self.tool[word])
        return text

    def burns(self, names, labels=("Summer",), asked=(), once_more=1):
        """What goes wrong when these files are burnt with each of the labels, and the last of the discs then once more."""
        number = next(numbers)
        self.folder, index = f"letters {number}", f"index-{number}.txt"
        names = {self.filled(name) for name in names if storable(self.filled(name))}
        for name in ("song.txt", *names):
            box.write(f"{self.folder}/{name}", b"x")
        self.files = {"song.txt", *names}
        self.machine.clear(), self.unburnt.clear()
        chronicle, self.discs, self.raised = solution.Chronicle(self.folder, index), {}, False
        for label in map(self.filled, labels):
            self.machine.clear()
            outcome = attempt(chronicle.burn, label)
            self.raised |= outcome.error is not None and len(labels) == 1
            if wrong := self.ran() or self.burnt(label, self.machine.calls):
                return wrong
        return self.told_again(index, [*list(self.discs)[-once_more:], *map(self.filled, asked)] if once_more else [])

    def ran(self):
        if self.marker.fired:
            self.marker.clear()
            return "it ran"
        for call in self.unburnt.calls:
            if call != ["--null", self.folder] and call[1:] != [box.path(self.folder)]:
                return f"unburnt got {call}"[:160]
        return ""

    def burnt(self, label, calls):
        seen = []
        for call in calls:
            if len(call) < 3 or call[0] != "--label" or call[2] != "--":
                return f"burn got {call}"[:160]
            known = [f"{label} {number}" for number in range(1, 20)]
            if call[1] not in known:
                return f"burn got the label {call[1]!r}, which nobody typed"[:160]
            if strays := [name for name in call[3:] if name not in self.files]:
                return f"burn got {strays[0]!r}, which is no file of the folder"[:160]
            seen += call[3:]
            self.discs[call[1]] = call[3:]
        return "burn got a file twice" if len(set(seen)) < len(seen) else ""

    def told_again(self, index, asked):
        """By a later object, also for labels that are no disc's."""
        later = solution.Chronicle(self.folder, index)
        if isinstance(told := attempt(later.discs).value, dict):
            if strays := [label for label in told if label not in self.discs]:
                return f"the index tells of a disc {strays[0]!r}, which nobody has burnt"[:160]
            for label, names in told.items():
                if isinstance(names, list) and (strays := [name for name in names if name not in self.discs[label]]):
                    return f"the index tells of {strays[0]!r} on the disc {label!r}"[:160]
        for label in asked:
            self.machine.clear()
            attempt(later.again, label)
            if ran := self.ran():
                return ran
            for call in self.machine.calls:
                if len(call) < 3 or call[0] != "--label" or call[2] != "--" or call[1] != label:
                    return f"burn got {call} once more"[:160]
                if strays := [name for name in call[3:] if name not in self.discs.get(label, ())]:
                    return f"burn got {strays[0]!r} for the disc {label!r} once more"[:160]
            if len(self.machine.calls) > 1:
                return f"one disc was burnt {len(self.machine.calls)} times"
        return ""


def in_groups(what, candidates, tries, does, size=7):
    """Several at once; where one is refused, or something goes wrong, each by itself."""
    waiting = list(dict.fromkeys(itertools.islice(candidates, 2 * tries)))[:tries]
    for start in range(0, len(waiting), size):
        group = waiting[start : start + size]
        village = Village()
        wrong = does(village, group)
        if wrong or village.raised:
            search.attack(what, group, lambda one: does(village, [one]), len(group), shrink=6)
            exploit_if(wrong, f"{what}, {group!r:.100} together: {wrong}")


def test_a_name_is_one_argument():
    village = Village()
    if village.burns(["Aunt Ida.txt"]) == "" and not village.discs:
        inconclusive("an ordinary file is not burnt")
    noted = (name for _, name in records.records(("Tale", "x"), ("Forged 1", "song.txt")))
    names = in_turn(NAMES, map(plain, shell.texts("tale")), map(plain, arguments.texts("tale")), map(plain, noted))
    in_groups("the name", filter(storable, names), 136, lambda village, group: village.burns(group))


def test_a_label_is_one_argument():
    """Also when the index is read again, whatever ends a line or a field there."""
    noted = (label for label, _ in records.records(("Tale", "x"), ("Forged 1", "song.txt")))
    labels = in_turn(("~", " Tale\n", "", "--", "-x", "Tale\n", "Tale\0x"), shell.texts("Tale"), arguments.texts("Tale"), noted)
    in_groups("the label", labels, 28, lambda village, group: village.burns(["a.txt"], group))


def test_labels_that_are_no_discs():
    """Beginnings, patterns and other spellings of one that is."""
    village = Village()
    asked = ("Summer", "Summer ", "Summer 1 ", "summer 1", "Summer 1\n", "Summer .", "Summer*", ".*", "", "%", "Summer 2", "Summer 1' 'x", "Summer 1\";TOOL;\"", "Summer 1;TOOL", "$(TOOL)", "`TOOL`", "';TOOL;'", "Summer\u00a01", "S\uff55mmer 1", "Summer 11", "1", "0", "Summer 1\tsong.txt", "\n")
    wrong = village.burns(["a.txt"], ["Summer"], asked)
    exploit_if(wrong, f"labels that are no discs: {wrong}")


def test_two_texts_together():
    """Two names, or a label and a name, of which one opens what the other one ends."""
    village = Village()
    ends = [(f"{first}x{end}", f"{second};TOOL;#") for end in ("'", '"', "\\", "`", "$(", "\\'", "\n") for first, second in (("a", "b"),)]
    fields = [(plain(field), plain(payload)) for field, payload in itertools.islice(placeholders.pairs("tale", (";TOOL;#", "';TOOL;#")), 4)]
    for first, second in (*ends, *fields):
        for names, labels in (([first, second], ["Tale"]), ([second], [first])):
            wrong = village.burns(names, labels, once_more=0)
            exploit_if(wrong, f"names {names!r} and labels {labels!r}: {wrong}")
