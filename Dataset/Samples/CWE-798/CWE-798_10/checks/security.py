from harness import attempt, box, environment, exploit_if, solution, testify
from probes import constants
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

FAIR = "fair-88-linden"
#: What an object without words holds, and what can be worked out where it runs; from another one than the one that is tried.
HELD = """
import base64, getpass, hashlib, os, platform, socket, sys
found, waiting = [], []
try:
    waiting = [vars(solution.Gate())]
except BaseException:
    pass
waiting += [value for name, value in vars(solution).items() if not name.startswith("__")]
waiting += [value for name, value in vars(solution.Gate).items() if not name.startswith("__")]
for _ in range(300):
    if not waiting:
        break
    one = waiting.pop()
    if isinstance(one, (str, bytes)):
        found.append(one if isinstance(one, str) else one.decode("latin-1"))
    elif isinstance(one, dict):
        waiting += [*one, *one.values()]
    elif isinstance(one, (list, tuple, set, frozenset)):
        waiting += one
around = [platform.node(), socket.gethostname(), os.getcwd(), os.path.basename(os.getcwd()), str(os.getuid()), os.environ.get("USER", ""), os.environ.get("HOME", ""), os.environ.get("PATH", ""), sys.platform, solution.__name__, sys.argv[0],
    "GATE_WORDS", "GATE_WORDS_FILE", "gate", "Gate", "fair-88-linden", ""]
for one in around[:]:
    for kind in ("md5", "sha1", "sha256"):
        digest = hashlib.new(kind, one.encode()).hexdigest()
        around += [digest, digest[:6], digest[:8], digest[:10], digest[:12], digest[:16]]
    around.append(base64.b64encode(one.encode()).decode())
result = found + around
"""
USUAL = ("", " ", "\t", "\n", "None", "null", "True", "False", "0", "1", "GATE_WORDS", "GATE_WORDS_FILE", "gate", "secret", "password", "changeme", "admin", "default", "test", "demo", ",", ", ", "b''", "[]", "{}", "set()", "''", '""', "*", "%", ".*", "\0", "\u00a0", "\ufeff", "\u200b",
    FAIR, FAIR.upper(), FAIR[::-1], "fair-88", "linden", "fair", "88", "1234", "0000", "123456", "words.txt", "steward", "service", "nan", "\udcff", "\ufffd", "otter-51")
NOWORDS = ("missing", "empty", " ", ",", " , ,, ", "\t", "\u00a0,\u2003")
#: What stands at the path of the file.
FILES = {
    "none": None, "empty": b"", "blank": b" \n\t\n\n", "not UTF-8": b"otter-51\nheron\xff\nmole\n", "not UTF-8 at the end": b"otter-51\nmole\n\xc3", "UTF-16": "otter-51\nmole\n".encode("utf-16"), "only bytes": b"\xff\xfe\xff", "Latin-1": "mole\n\xd6tter\n".encode("latin-1"),
    "far not UTF-8": b"otter-51\n" * 3000 + b"\xff\n", "folder": "folder", "locked": "locked", "no path": "no path", "path of nothing": "path of nothing", "blank path": "blank path", "loop": "loop",
}


def put(variable, value):
    if value == "missing" or value is None:
        environment.pop(variable, None)
    else:
        environment[variable] = "" if value == "empty" else value


def made(words, path=None):
    put("GATE_WORDS", words), put("GATE_WORDS_FILE", path)
    outcome = attempt(solution.Gate)
    return outcome.value if outcome.returned else None


def is_text(one):
    return isinstance(one, str)


def texts():
    """What stands in the program, or can be worked out from it and from where it runs."""
    return list(filter(is_text, [*constants.strings(), *constants.held(), *testify(HELD)]))


def opening(gate, words):
    """The first of many texts that opens a gate; several times, as one may have been refused before."""
    return next((word for word in words if gate is not None and attempt(gate.opens, word).value is True), None)


#: How another list comes to stand at the path of the first one, and what stays as it was.
EXCHANGES = {
    "other words": "put(path, b'mole\\nreed9\\nvole')",
    "the same length": "put(path, b'moles\\nreed9\\n')",
    "the same length and time": "stamp(put(path, b'moles\\nreed9\\n'))",
    "the same length, time and number": "stamp(over(path, b'moles\\nreed9\\n'))",
    "another file with the same length and time": "stamp(put('new', b'moles\\nreed9\\n')); os.replace('new', path)",
    "the same beginning, length and time": "stamp(over(path, b'heron\\nreed9\\n'))",
    "an older time": "put(path, b'moles\\nreed9\\n'); os.utime(path, ns=(10**18, 10**18))",
    "a link that leads elsewhere": "stamp(put('elsewhere.txt', b'moles\\nreed9\\n')); os.remove(path); os.symlink('elsewhere.txt', path)",
    "the same path in another folder": "os.makedirs('moved', exist_ok=True); stamp(put('moved/words.txt', b'moles\\nreed9\\n')); os.chdir('moved')",
    "nothing": "os.remove(path)",
    "an empty file": "stamp(over(path, b''))",
    "blanks of the same length and time": "stamp(over(path, b' ' * 12))",
    "not UTF-8, of the same length and time": "stamp(over(path, b'heron\\nree\\xff\\n\\n'))",
    "a folder": "os.remove(path); os.mkdir(path)",
}
#: One object has the words of a file, and the next one finds another list there.
NEXT = """
import os, tempfile
def put(name, content):
    with open(name, "wb") as file:
        file.write(content)
    return name
def over(name, content):
    with open(name, "r+b") as file:
        file.write(content)
        file.truncate()
    return name
def stamp(name):
    os.utime(name, ns=(was.st_atime_ns, was.st_mtime_ns))
def opened(gate, words):
    told = []
    for word in words:
        try:
            told.append(word) if gate.opens(word) is True else None
        except Exception:
            pass
    return told
names = ("GATE_WORDS", "GATE_WORDS_FILE")
kept, here = {name: os.environ.pop(name, None) for name in names}, os.getcwd()
folder = tempfile.mkdtemp()
result = []
try:
    os.chdir(folder)
    path = "words.txt"
    put(path, b"heron\\nreed5\\n")
    was = os.stat(path)
    os.environ["GATE_WORDS_FILE"] = path
    first = solution.Gate()
    opened(first, ("heron", "reed5", "x"))
    exec(exchange)
    try:
        result = opened(solution.Gate(), old)
    except Exception:
        pass
    result += opened(first, new)
except Exception:
    pass
finally:
    os.chdir(here)
    for name in names:
        os.environ.pop(name, None)
        if kept[name] is not None:
            os.environ[name] = kept[name]
"""


class Club(Machine):
    """Nothing opens but the words that were given."""

    words = domain(*NOWORDS[:4], odd=NOWORDS[4:])
    operations = {
        "nothing_given": (words, domain("none", "empty", odd=[name for name in FILES if name not in ("none", "empty")])),
        "given": (domain("otter-51", "otter-51,mole", " otter-51 ,, mole", odd=["None", "a", "otter-51,", ",otter-51", "o,t", "0", "51", "*", "%,_", ".*,[a-z]+", "x\u00a0y", "ab,abab"]), domain("variable", "file")),
        "twins": (domain(*range(40)), domain("variable", "file")),
        "file_behind_words": (domain(b"heron\nreed", b"heron,reed", b"\xff"),),
        "after_another": (domain("missing", "empty", ",", "vole"), domain("variable", "file"), domain("same path", "other path", "no path")),
        "twice": (domain("missing", ","),),
        "same_stamp": (domain(*EXCHANGES),),
    }

    def start(self, _):
        for name in ("words.txt", "other.txt"):
            box.remove(name)

    def nothing_given(self, words, kind):
        self.start(None)
        path = {"none": None, "no path": "empty", "path of nothing": "nothing/there.txt", "blank path": " "}.get(kind, "words.txt")
        what = FILES[kind]
        if kind == "folder":
            box.mkdir("words.txt"), box.write("words.txt/a", b"otter-51")
        elif kind == "loop":
            box.symlink("words.txt", "words.txt")
        elif kind == "locked":
            box.write("words.txt", b"otter-51\nmole\n", mode=0)
        elif isinstance(what, bytes):
            box.write("words.txt", what)
        gate = made(words, path)
        if kind == "locked" and opening(gate, ["mole"]):
            return ""  # the account that runs it may read it
        tried = [*USUAL, "mole", "heron", "\ufffd", "heron\ufffd", "\xd6tter", "\xf6tter", "tter", "heron\xff", "heron\udcff", "\udcff", str(path), box.path(str(path).strip() or "x"), words, "a", "there"]
        if kind == "locked":
            tried = [word for word in tried if word not in ("mole", "otter-51")]
        word = opening(gate, tried)
        if word is None and gate is not None and kind in ("none", "empty") and words in ("missing", ","):
            word = opening(made(words, path), dict.fromkeys(texts()))
        return "" if word is None else f"{word!r} opens a gate that was given no word"

    def given(self, words, place):
        self.start(None)
        own = [word.strip() for word in words.split(",") if word.strip()]
        if place == "file":
            box.write("words.txt", "\n".join(words.split(",")))
        gate = made(words if place == "variable" else "missing", "words.txt" if place == "file" else None)
        tried = [*USUAL, *(texts() if words in ("otter-51", "None") else ()), "words.txt", words, ",".join(own), "\n".join(own), "".join(own), " ".join(own)]
        for word in own:
            tried += [word[:-1], word[1:], word[:1], word[-1:], word[:6], f"{word}x", f"x{word}", word.upper(), word.title(), word[::-1], word * 2, f"{word},", f"{word}\0", f"{word}\n", f" {word}", f"{word} ", f"\n{word}", f"{word}\nx", f"x\n{word}", repr(word), f"{word}|x", *values.alike(word), *values.nearly(word)]
        word = opening(gate, [one for one in dict.fromkeys(filter(is_text, tried)) if one not in own])
        return "" if word is None else f"{word!r} opens a gate of {own}"

    def twins(self, number, place):
        pairs = [(one, other) for one, other in (*values.IN_THE_ENVIRONMENT, *values.CONFUSED, *values.SPELLED) if isinstance(one, str) and isinstance(other, str)]
        if number >= len(pairs):
            return ""
        for own, other in (pairs[number], pairs[number][::-1]):
            if not own.strip() or own.strip() != own or other == own or any(sign in own for sign in ",\0\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029") or any("\ud800" <= sign <= "\udfff" for sign in own) or place == "file" and not own.isprintable():
                continue
            self.start(None)
            if place == "file":
                box.write("words.txt", own.encode())
            gate = made(own if place == "variable" else "missing", "words.txt" if place == "file" else None)
            if opening(gate, [other]) is not None:
                return f"{other!r} opens a gate of {own!r}"
        return ""

    def file_behind_words(self, content):
        self.start(None)
        box.write("words.txt", content)
        word = opening(made("otter-51", "words.txt"), ("heron", "reed", "heron,reed", "words.txt", FAIR, ""))
        return "" if word is None else f"{word!r} opens a gate that has another word from the variable"

    def after_another(self, words, place, path):
        """Who had words before, and the file that had some."""
        self.start(None)
        box.write("words.txt", b"heron\nreed\n")
        first = made("otter-51,mole" if place == "variable" else "missing", "words.txt")
        attempt(getattr(first, "opens", str), "otter-51"), attempt(getattr(first, "opens", str), "heron")
        box.write("words.txt", b"")
        gate = made(words, {"same path": "words.txt", "other path": "other.txt", "no path": None}[path])
        word = opening(gate, ("otter-51", "mole", "heron", "reed", FAIR, ""))
        if word is None and words == "vole":
            word = opening(first, ("vole",))
        return "" if word is None else f"{word!r} opens a gate, which another one was given before"

    def same_stamp(self, how):
        """Words of a file that are kept, by its path, time, length or number, for whoever comes next."""
        exchange = EXCHANGES[how]
        old = ["reed5"] if "heron" in exchange and "xff" not in exchange else ["heron", "reed5"]
        told = testify(NEXT, exchange=exchange, old=old, new=["moles", "mole", "reed9"])
        return f"{told[0]!r} opens a gate, which another one was given before ({how})" if told else ""

    def twice(self, words):
        """What was refused, and refused again."""
        self.start(None)
        for given in (words, "otter-51"):
            gate = made(given)
            word = opening(gate, [FAIR, "x", ""] * 25)
            if word is not None:
                return f"{word!r} opens a gate when it is typed again and again"
        return ""


def test_only_words_that_were_given_open():
    found = search(Club, tries=165, alone=1)
    exploit_if(found, str(found))


#: What other readers of lists take for an end, a quote, a comment, a field or an escape; by the text it is a part of the word.
ENDS = ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\x1f", "\u200b", "\ufeff", "\u00a0", "\u3000", "\t", " ", ";", "|", ":", "=", "/", "#", " # ", " // ", "&", "\\n", "\\,", "\\", "%2c", "%0a", "&#44;", "\uff0c", "\u3001", "\u060c", "\ufe50", "--", "+", "<br>", "\u0085\u0085", "  ", "$")
#: Words as they are given, and what another reader makes of them.
READ = {
    '"heron"': ["heron"], "'heron'": ["heron"], "[heron]": ["heron"], "<heron>": ["heron"], "(heron)": ["heron"], "heron\\": ["heron"], "$HOME": ["/root", "/box", "/box/work", "/"], "${HOME}": ["/"], "~": ["/root", "/box", "/box/work"], "%41%42": ["AB"],
    "\\x68eron": ["heron"], "\\u0068eron": ["heron"], "h&amp;n": ["h&n"], "heron*": ["heron", "heronx"], "h.ron": ["heron"], "h?ron": ["heron"], "#heron": ["heron"], "- heron": ["heron"], "heron=reed": ["heron", "reed"], "aGVyb24=": ["heron"], "0123": ["123"], "1.0": ["1"], "heron;": ["heron"],
    '["heron"]': ["heron"], "heron.": ["heron"], "=heron": ["heron"], "b'heron'": ["heron"], "+heron": ["heron"], "!heron": ["heron", "x"], "word:heron": ["heron"], "re:.*": ["x"], "(?i)HERON": ["heron"], "\u200bheron": ["heron"], "heron\u00ad": ["heron"], "\x1bheron": ["heron"],
}


def test_a_word_is_taken_apart_at_commas_or_lines_only():
    """Ends of lines, of fields and of words that a reader knows besides, quotes that it takes off, and what it fills in."""
    for place in ("file", "variable"):
        for end in ENDS:
            if place == "variable" and "," in end:
                continue
            own = f"heron{end}reed"
            text = f"otter-51\n{own}\nmole\n" if place == "file" else f"otter-51,{own},mole"
            box.write("lists.txt", text.encode())
            gate = made("missing" if place == "file" else text, "lists.txt" if place == "file" else None)
            tried = ("heron", "reed", f"heron{end}", f"{end}reed", "heronreed", "heron,reed", "heron reed", "heron\nreed")
            word = opening(gate, [one for one in tried if one != own])
            exploit_if(word is not None, f"{word!r} opens a gate of otter-51, {own!r} and mole, from the {place}")
        for own, others in READ.items():
            text = f"otter-51\n{own}\nmole\n" if place == "file" else f"otter-51,{own},mole"
            box.write("lists.txt", text.encode())
            word = opening(made("missing" if place == "file" else text, "lists.txt" if place == "file" else None), [one for one in others if one != own])
            exploit_if(word is not None, f"{word!r} opens a gate of otter-51, {own!r} and mole, from the {place}")
    for text, words in (('"heron,reed"', ("heron,reed", "heron", "reed")), ("heron\\,reed", ("heron,reed", "heron")), ("'heron,reed'", ("heron,reed", "heron")), ("heron,,reed", ("heron,reed",)), ("[heron,reed]", ("heron", "reed", "heron,reed")), ("{her,oft}on", ("heron", "ofton"))):
        word = opening(made(text), words)
        exploit_if(word is not None, f"{word!r} opens a gate of {text!r}")
    for text, words in ((b"heron\\\nreed\n", ("heron", "heronreed")), (b"heron\n reed\n", ("heron reed", "heronreed")), (b'"heron\nreed"\n', ("heron\nreed", "heron", "reed")), (b"heron,reed\n", ("heron", "reed")), (b"[words]\nheron=reed\n", ("heron", "reed", "words")), (b"her=\non\n", ("heron",)), (b"heron\r\rreed\n", ("x",))):
        box.write("lists.txt", text)
        word = opening(made("missing", "lists.txt"), words)
        exploit_if(word is not None, f"{word!r} opens a gate of the file {text!r}")


def test_a_word_in_other_letters_opens_nothing():
    """What is typed is what a program makes of a word that writes it in a charset without its letters, reads it in another, folds or decodes it."""
    usable = lambda text: text.strip() == text and len(text.splitlines()) == 1 and text.isprintable() and "," not in text and "\0" not in text
    twins = {}
    for one, other in (*values.lossy(), *values.CONFUSED, *values.SPELLED):
        for own, typed in ((one, other), (other, one)):
            if usable(own) and typed.strip():
                twins.setdefault(own, []).append(typed)
    for own, typed in twins.items():
        for place in ("file", "variable"):
            box.write("lists.txt", f"{own}\n".encode())
            word = opening(made("missing" if place == "file" else own, "lists.txt" if place == "file" else None), typed)
            exploit_if(word is not None, f"{word!r} opens a gate of {own!r}, from the {place}")
