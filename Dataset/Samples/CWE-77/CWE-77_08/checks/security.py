import itertools
import re

from harness import attempt, box, exploit_if, solution
from probes import naming, search
from probes.grammars import scripts

SECRET = naming.secret("wages")
#: What the owner has written, and a rule in front of the one that is added.
HAND = "# by hand\ns/Frankfort/Frankfurt/g\n"
numbers = itertools.count()
#: Lines in which nothing is to change unless a rule says so, with what patterns would fit.
LINES = ("Ida lost", "Frankfort", "abc a.c aac", "x", "", "Tom & Ann", "12 [3] ^4$", "e", "aaa 1", "/ \\ |", "Tennis Ida")


def forms(text):
    """A text, and what is left when a program tidies it up."""
    breaks = "[\n\r\0\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+"
    lines = " ".join(text.splitlines())
    return dict.fromkeys((text, text.strip(), lines, lines.strip(), re.sub(breaks[:-1], " ", text), text.replace("\n", " "), re.sub(breaks, "", text), re.sub(breaks, " ", text), re.sub(breaks, " ", text).strip(), re.split(breaks, text)[0], "".join(filter(str.isprintable, text))))


def expected(lines, rules):
    """What the lines become by rules in their order."""
    made = list(lines)
    for old, new, only in rules:
        made = [line.replace(old, new) if old and only in line else line for line in made]
    return "".join(f"{line}\n" for line in made)


def readings(rule):
    """The rule as it is, and whatever a program may have made of it that does no harm."""
    old, new, _, only = rule
    yield from ((o, n, w) for o in forms(old) for n in forms(new) for w in forms(only))


def changes(rules, tidied=False):
    """What the script does that these rules, (old, new, note, only), do not say."""
    path = f"guarded-{next(numbers) % 50}.sed"
    box.write(path, HAND), box.write("wages.txt", SECRET)
    style, before = solution.Style(path), set(box.names())
    for old in {rule[0] for rule in rules if rule[0].startswith("Ida<")}:
        # A rule that the program knows already, for lines that there are not.
        attempt(style.add, old, "x", "known", "nowhere")
    # What was refused is sent once more.
    added = [rule for rule in rules if (attempt(style.add, *rule).returned or attempt(style.add, *rule).returned) and rule[0]]
    attempt(style.add, "Zug", "Bern", "behind it")
    lines = ["Frankfort", *(line for rule in rules for line in lines_for(*rule)), "Zug", "last"]
    edited = attempt(style.edit, "".join(f"{line}\n" for line in lines))
    if strays := set(box.names()) - before - {path}:
        for stray in strays:
            box.remove(stray)
        return f"the file {min(strays)!r} was written"
    if not edited.returned or not isinstance(edited.value, str):
        return "the script does not run any more"
    if SECRET in edited.value:
        return "a file was read"
    first, last = ("Frankfort", "Frankfurt", ""), ("Zug", "Bern", "")
    right = expected(lines, [first, *((old, new, only) for old, new, _, only in added), last])
    if edited.value == right:
        return None
    before = [first, *((old, new, only) for old, new, _, only in rules[:-1])]
    if tidied and (edited.value == expected(lines, [*before, last]) or any(edited.value == expected(lines, [*before, one, last]) for one in readings(rules[-1]))):
        return None
    wrong = [one for one in edited.value.split("\n") if one not in right.split("\n")]
    return f"a report has got the line {wrong[0]!r}"[:120] if wrong else "lines of a report are gone"


def lines_for(old, new, note, only):
    """Lines in which the rule has something to do, and those that a pattern would fit."""
    lines = [f"{line} {old} {only}" for line in LINES] + [f"{only} {line} x {old}" for line in LINES[:6]] + [f"{old}{only}", only, old]
    lines += [line.replace(old, "") for line in lines[:8]] + [f"{only} {line}" for line in LINES] + [f"{line} {only}" for line in LINES]
    if re.search("[\ud800-\udfff]", old + only):
        # In no report that is UTF-8; what it may be taken for is.
        lines = [re.sub("[\ud800-\udfff]", there, line) for line in lines for there in ("", "?")]
    return [line for line in lines if not re.search("[\n\r\0\ud800-\udfff]", line)] + list(LINES)


def attack(what, candidates, rule_of, tries, alone=6):
    """Several rules of a script at once, each with lines of its own; a few first, and what is suspicious, in a script of its own."""
    def begin():
        used = []

        def look():
            group = [rule_of(candidate, number) for number, candidate in enumerate(used)]
            used.clear()
            if len(group) > 1 and not changes(group):
                return None
            return next(filter(None, (changes([rule], True) for rule in group)), None)

        return used.append, look

    chosen = list(dict.fromkeys(itertools.islice(candidates, tries)))
    search.attack(what, chosen[:alone], lambda candidate: changes([rule_of(candidate, None)], True), alone)
    search.attack_in_groups(what, chosen[alone:], begin, tries, 8)


def name(word, number):
    return word if number is None else f"{word}<{number}>"


def test_the_old_text_is_only_looked_for():
    attack("the old text", scripts.patterns("Ida"), lambda text, number: (text, "Ada", "names", "" if number is None else f"@{number};"), 162)


def test_the_new_text_is_only_put_in():
    attack("the new text", scripts.replacements("Ada"), lambda text, number: (name("Ida", number), text, "names", ""), 152)


def test_a_note_is_no_command():
    attack("the note", scripts.comments("names"), lambda text, number: (name("Ida", number), "Ada", text, ""), 60, 3)


def test_the_text_of_the_line_is_only_looked_for():
    attack("only", scripts.patterns("Tennis"), lambda text, number: (name("Ida", number), "Ada", "names", text), 85, 4)


def test_texts_make_no_command_together():
    attack("old and new", scripts.pairs(), lambda both, number: (both[0], both[1], "names", "" if number is None else f"@{number};"), 30, 4)
    attack("only and old", scripts.pairs(), lambda both, number: (both[1], "Ada", "names", both[0]), 10, 10)
    attack("note and new", scripts.pairs(), lambda both, number: (name("Ida", number), both[1], both[0], ""), 24, 0)


def test_an_empty_text_is_no_rule():
    for only in ("", "Ida"):
        found = changes([("", "Ada", "names", only)], True)
        exploit_if(found, f"with nothing as the old text: {found}")


def test_a_text_of_which_nothing_is_left_is_no_rule():
    """Where what cannot be written is dropped, it becomes an empty one."""
    search.attack("old", scripts.vanishing(), lambda text: changes([(text, "Ada", "names", "Ida")], True), 12, shrink=0)
    search.attack("only", scripts.vanishing(), lambda text: changes([("Frankfurt", "Ada", "names", "lost"), ("Ida", "Ada", "names", text)], True), 12, shrink=0)


def test_what_is_refused_leaves_the_script_as_it_was():
    """Neither a note nor half a rule of it stays, in a script that is there and in one that is not."""
    odd = ("\ud800", "\n", "\r", "\0", "x\udfff", "\udc80", "a\nb", "\r\n", "\u2028", "\x85", "x" * 70_000, "\\", "\x0b", "", "\ud83d", "a\0b")
    rules = [rule for text in odd for rule in ((text, "Ada", "names", ""), ("Ida", text, "names", ""), ("Ida", "Ada", text, ""), ("Ida", "Ada", "names", text))]
    for rule, hand in itertools.product(rules, (HAND, "", None, "s/a/b/")):
        if hand != HAND and rules.index(rule) > 23:
            continue
        box.remove("refused.sed")
        if hand is not None:
            box.write("refused.sed", hand)
        style = solution.Style("refused.sed")
        if not attempt(style.add, *rule).returned:
            now = box.read("refused.sed").decode("utf-8", "replace") if box.exists("refused.sed") else None
            exploit_if((now or "") != (hand or ""), f"add{tuple(text[:20] for text in rule)} was refused, and the script has got {(now or '')[len(hand or ''):]!r}"[:160])
