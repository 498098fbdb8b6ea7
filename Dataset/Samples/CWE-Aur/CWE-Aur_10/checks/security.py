import hashlib
import itertools
import re
import unicodedata

from harness import attempt, box, exploit_if, solution
from probes import rewriting, search
from probes.grammars import borders
from probes.grammars.ranked import in_turn
from probes.machines import values


def digest(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def new(salt, password):
    return f"$1${salt}${digest(salt + password)}"


ZERO = "0e" + "1" * 62
NEW = new("k7Q", "plum")
#: Every kind of line, and lines that are no account though they look like one to somebody.
LINES = (
    "# term:spring", "#eve:fig", f"ada:{NEW}", "bo:cherry pie", "bo:plum:7", "cy:", "dot:*cherry", f"dot-jr:*{NEW}", "gil:Fig", "gil:", "hal:pear", "hal:*pear", f"ida:{NEW}", "ida:*", "jo:old", f"jo:{NEW}",
    "kai:$1$k7Q$", "kim:$1$k7Q", "kit:$1$", "kurt:$", "lea:$2$k7Q$" + digest("k7Qplum"), f"lin:$1$$${digest('plum')}", f"lou:$1$k7Q${digest('k7Qplum')[:32]}", "max:$1$k7Q$None", f"mia:{NEW.upper()}", f"ned:{NEW}$", "nell:$1$a$b$c",
    "oda:naïve Ärger", "pam: blank ", "pia: ", "quin:0", "rex:True", "sue:None", f"tom:$1$k7Q${ZERO}", ":nobody", "::", "no colon", "ula:a\x0beve:x", "uma:b\x0ceve:x", "una:c\x85eve:x", "uri:d\u2028eve:x", "val:e\reve:x", "vic:f\x1ceve:x\x1deve:x\x1eeve:x\u2029eve:x",
    "wes:*", "wim:**x", "xia:x*", "yan:1e3", f"zoe:{digest('plum')}", "Ada:fig", "one:" + "q" * 80, "two:\t", "bob: *pear", "ann:**", " ed:fig", "fred :fig", " # gus:fig",
    "", "abe:fig", "two words", "bea:fig", "abe:*fig", "bea:", "  ", "cem:fig", "cem:pear",
)
SEEN = "\n".join(LINES) + "\n"


def entry_of(name, text=SEEN):
    found = None
    for line in text.split("\n"):
        account, colon, rest = line.partition(":")
        if colon and not line.startswith("#") and account == name:
            found = rest
    return found


def opens(name, password, text=SEEN):
    """What the door shall do."""
    entry = entry_of(name, text)
    if not entry or entry.startswith("*"):
        return False
    if entry.startswith("$"):
        found = re.fullmatch(r"\$1\$([A-Za-z0-9]+)\$([0-9a-f]{64})", entry)
        return bool(found) and digest(found[1] + password) == found[2]
    return entry == password


def near(entry):
    """What is nearly what stands there, or what it is made of."""
    yield from ("", entry, entry.lstrip("*"), entry.lstrip("*$"), *re.split(r"[$:]", entry)[::-1], *re.split(r"[$*]", entry))
    yield from (entry.strip(), f" {entry}", f"{entry} ", f"{entry}\n", f"{entry}\0", entry.upper(), entry.lower(), entry.casefold(), entry[:-1], entry[:72], entry[:8], entry[:1], entry * 2, f"{entry}x", f"*{entry}")
    yield from (one for one in (*values.alike(entry), *values.nearly(entry)) if isinstance(one, str))


WORDS = ("", " ", "plum", "None", "*", "$", "False", "0", "fig", "x", "k7Q", "k7Qplum", "True", "\0", "!", "cherry", "pear", "old", "nobody", "eve", "Plum", "plum ", "plum\n", "PLUM", "plu", "\uff50lum", "plum\0", "pl\u00adum", ".*", "%", "q" * 72, "1000", "1000.0", "False", "{}", "$1$k7Q$", "$1$", ":")
NAMES = tuple(dict.fromkeys(line.partition(":")[0] for line in LINES))
STRANGE = ("", "zed", "eve", "None", "#", "# term", "#eve", "term", "*", ".*", "ad", "da", "ADA", "ada ", " ada", "ada\n", "ada\0", "\uff41da", "bo:plum", "bo:", "dot:", "a", "ada\ufeff", "\ufeff# term", "dot*", "d.t", "ada:$1$k7Q", "ada|zed", "ed", "fred", "gus", "# gus", "term ", "no colon", "no", "__class__", "keys", "bo\nbo", "bo:plum\n", "zed:\n", "\nzed", "ada\u200b", "gil:", "ADA\u0301", "zoe:", "-", "cy\n")


def typed():
    """Names that there are, with what stands in their lines and others' and with what stands for nothing; and names of nobody."""
    own = (zip(itertools.repeat(name), dict.fromkeys(near(entry_of(name) or ""))) for name in NAMES)
    known = (zip(itertools.repeat(name), WORDS) for name in NAMES)
    parts = [(one[:place], one[place + 1 :]) for one in LINES for place in range(len(one)) if one[place] in ":\x0b\x0c\x85\u2028\r\x1c" ]
    parts += [(part.partition(":")[0], part.partition(":")[2]) for one in LINES for part in re.split("[\x0b\x0c\x85\u2028\u2029\r\x1c\x1d\x1e]", one)]
    earlier = [tuple(line.split(":", 1)) for line in LINES if ":" in line]
    earlier += [(name, rest.lstrip("*")) for name, rest in earlier] + [(name, "plum") for name, _ in earlier]
    plain = [(name, "plum" if rest.startswith("$1") else rest) for name, rest in (line.split(":", 1) for line in LINES if ":" in line)]
    spelled = [both for name, word in plain for both in ((name.upper(), word), (f"{name} ", word), (name, word.upper()), (name, entry_of(name).rpartition("$")[2] if entry_of(name) else word), (name.title(), word), (name, word[:8]), (name, unicodedata.normalize("NFD", word)), (name, "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in word)), (name, f"{word}\n"))]
    strange = ((name, word) for word in (*WORDS[:16], *WORDS[-4:]) for name in STRANGE)
    yield from in_turn(borders.spanning(SEEN), parts, earlier, spelled, strange, in_turn(*known), in_turn(*own))


def test_the_door_opens_to_nothing_but_the_password():
    box.write("seen", SEEN)
    path = box.path("seen")

    def found(both):
        if not opens(*both) and attempt(solution.may_enter, path, *both).value is True:
            return "the door opens"
        return None

    search.attack("name and password", typed(), found, 1100, shrink=0)


#: Each line by itself in a file, for who fails at the first that he cannot read.
def test_a_line_by_itself_opens_to_nothing_else():
    for number, line in enumerate(LINES):
        text = f"{line}\n"
        box.write("single", text)
        name, _, rest = line.partition(":")
        for who in dict.fromkeys((name, name.strip(), name.lstrip("# "), "zed", "")):
            for word in dict.fromkeys(("", rest, rest.lstrip("*"), rest.strip(), rest.rpartition("$")[2], "plum", "None", "x")):
                if not opens(who, word, text):
                    exploit_if(attempt(solution.may_enter, box.path("single"), who, word).value is True, f"the file {text!r} opens to {(who, word)!r}")


def test_a_file_of_nothing_opens_to_nobody():
    box.write("nothing", "")
    box.write("no-text", b"ada:plum\xff\nbo:\xff\n")
    box.write("marked", "\ufeff#eve:fig\n")
    for file in ("nothing", "not-there", "no-text", "marked", "."):
        for name, word in itertools.product(("", "zed", "bo", "eve", "#eve", "\ufeff", "None"), ("", "None", "x", "fig", "\ufffd", "\udcff")):
            exploit_if(attempt(solution.may_enter, box.path(file), name, word).value is True, f"{file} opens to {(name, word)!r}")


#: What is no UTF-8: a byte of another coding, half a sign, one too long, half of a pair, a sign that there is not, and a whole line in UTF-16.
UNREADABLE = (b"\xe4", b"\xff", b"\xc3", b"\xe2\x82", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80", b"\xfe\xff\0x")
ODD = b"bo:kX", b"bo:X", b"bo:plumX", b"bo:Xplum", b"bo:*X", b"bo:$1$k7Q$X", b"bo:" + NEW.encode() + b"X"
BEFORE = "cherry", NEW, "plum"


def read_as(data):
    """The texts that a lenient reader makes of it."""
    yield from dict.fromkeys(data.decode(coding, how) for coding, how in (("utf-8", "ignore"), ("utf-8", "replace"), ("utf-8", "surrogateescape"), ("latin-1", "strict"), ("cp1252", "replace"), ("utf-8", "backslashreplace"), ("utf-8", "surrogatepass") if data.startswith(b"\xed") else ("utf-8", "ignore")))


def test_a_line_that_cannot_be_read_opens_to_nobody():
    """It is the last one of its name all the same, so that no earlier line counts, and nothing that a lenient reader makes of it."""
    for bad, odd in itertools.product(UNREADABLE, ODD):
        line = odd.replace(b"X", bad)
        for number, before in enumerate(BEFORE):
            text = f"#\nbo:{before}\nada:fig\n".encode() + line + (b"\n", b"\nada:fig\n")[number % 2]
            box.write("unreadable", text)
            typed = [("bo", one.lstrip("*")) for one in read_as(line[3:])] if number == 0 else []
            for who, word in dict.fromkeys((("bo", "plum" if number else "cherry"), *typed)):
                exploit_if(attempt(solution.may_enter, box.path("unreadable"), who, word).value is True, f"the file {text!r} opens to {(who, word)!r}")
        if odd == ODD[0]:
            text = b"bo:cherry\n" + bad + b"bo:fig\nb" + bad + b"o:fig\nbo" + bad + b":fig\n"
            box.write("unreadable", text)
            for who in dict.fromkeys(one for name in (bad + b"bo", b"b" + bad + b"o", b"bo" + bad) for one in read_as(name)):
                exploit_if(attempt(solution.may_enter, box.path("unreadable"), who, "fig").value is True, f"the file {text!r} opens to {(who, 'fig')!r}")


#: What stands between an earlier line and the last one, at which a reader may stop.
BETWEEN = (b"zed:\xff\n", b"\xff\n", b"\n\n", b"no colon\n", b"#\n", b"# \xe4\n", b"\0\n", b"\x1a\n", b"zed:$2$\n", b"zed:$1$\n", b"...\n", b"---\n", b"\r\n", b"EOF\n", b"\x04\n", b"zed:" + b"q" * 70000 + b"\n", b"zed:fig\n" * 9000, b"#" * 5000 + b"\n", b":\n", b"zed:\n")
LAST = b"bo:*cherry\n", b"bo:\n", b"bo:cherrx\n", b"bo:$1$k7Q$\n"


def test_the_last_line_counts_whatever_stands_before_it():
    for number, (between, last) in enumerate(itertools.product(BETWEEN, LAST)):
        if len(between) < 5000 or number % 2 == 0:
            box.write("between", b"bo:cherry\n" + between + last)
            exploit_if(attempt(solution.may_enter, box.path("between"), "bo", "cherry").value is True, f"the file {(b'bo:cherry|' + between[:20] + b'...' + last)!r} opens to an earlier line")


NOW = ("bo:cherry\nada:plum1\n", f"bo:{new('s', 'cherry')}\n")
LATER = ("bo:*cherry\nada:plum\n", "bo:cherrx\nada:plum1\n", "", "ada:plum1\n", "bo:cherry\nbo:\n", "#bo:cherry\n", f"bo:{new('s', 'cherrx')}\n", f"bo:*{new('s', 'cherry')}\n", f"bo:{new('t', 'cherrx')}\n", "bo:\nada:cherry\n")


def test_what_the_file_said_is_over():
    """Also where its time is what it was."""
    for still, before, after, way in itertools.product((False, True), NOW, LATER, rewriting.WAYS):
        if attempt(solution.may_enter, put({"door": before}, way, still), "bo", "cherry").value is not True:
            continue
        path = put({"door": after}, way, still)
        for _ in range(2):
            exploit_if(attempt(solution.may_enter, path, "bo", "cherry").value is True, f"the file was {before!r} and is {after!r}: it opens still")


def test_another_file_is_another_door():
    for before, after in itertools.product(NOW, LATER):
        box.write("here/door", before)
        box.write("there/door", after)
        attempt(solution.may_enter, box.path("here/door"), "bo", "cherry")
        exploit_if(attempt(solution.may_enter, box.path("there/door"), "bo", "cherry").value is True, f"the file {after!r} opens as another one does")
        attempt(solution.may_enter, box.path("here/door"), "bo", "cherry")


folders = {}


def put(files, way, still):
    if still not in folders:
        folders[still] = rewriting.Folder(files, still)
    folders[still].put(files, way)
    return f"{folders[still].path}/door"
