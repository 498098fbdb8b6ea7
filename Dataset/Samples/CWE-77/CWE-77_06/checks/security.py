import configparser
import io
import itertools

from harness import attempt, box, solution
from probes import naming, search
from probes.grammars import lines
from probes.grammars.ranked import in_turn

PIN, NUMBER = naming.secret("pin"), naming.secret("number")
FILE = f"""[exchange]
pin = {PIN}

[shop Hat & Co]
transfer = {NUMBER}
greeting = Hats.

[shop Owl [books] 2]
greeting = Owls.

[shop Owl [books]
transfer = {NUMBER}
greeting = Books.

[shop lutes]
greeting = Small.

[shop Newton]
greeting = Apples.

[shop Lutes]
transfer = {NUMBER}
"""
#: What the owner changes by hand behind the program's back.
OLDER = FILE.replace("pin = ", "pin = 1").replace("transfer = ", "transfer = 1")
COMMANDS = (
    *("forward = 0900 1", "transfer = 0900 1", "[exchange]\npin = 1", "transfer=0900 1", "transfer: 0900 1"),
    *("[shop Hat & Co]\ngreeting = x", "[DEFAULT]\ntransfer = 1"),
)
#: What the exchange would fill in; the names of options may be in capitals.
FILLED = [
    form.replace("REST", rest)
    for rest in ("exchange:pin", "transfer", "shop Hat & Co:transfer", "exchange:PIN", "shop Lutes:transfer")
    for form in ("${REST}", "x ${REST}", "$${REST}", "$$${REST}", "${REST} x", "x${REST}${REST}", "$$$${REST}",
        "${${REST}", "$${{REST}", "${${x}REST}", "\\${REST}", "${REST}$", "$${x}${REST}", " ${REST}", "$\u200b${REST}")
] + ["\\g<0>", "\\1", "\\g<1> \\g<2>", "\uff04\uff5bexchange:pin\uff5d", "\ufe69{exchange:pin}"]


def parsed(text, interpolation=None):
    config = configparser.ConfigParser(interpolation=interpolation)
    config.read_file(text)
    return config


def read(interpolation=None):
    """The file as the exchange reads it: all sections with their options; None if it cannot."""
    try:
        return parsed(io.TextIOWrapper(io.BytesIO(box.read("exchange.ini")), encoding="utf-8"), interpolation)
    except (configparser.Error, ValueError):
        return None


def structure(config):
    return {section: dict(config.items(section, raw=True)) for section in config.sections()} if config else None


BEFORE = structure(parsed(io.StringIO(FILE)))


def yard():
    """An exchange that has looked into the file before it was changed by hand."""
    box.write("exchange.ini", OLDER)
    made = solution.Exchange(box.path("exchange.ini"))
    attempt(made.greeting, "Lutes")
    box.write("exchange.ini", FILE)
    return made


def differs(shops):
    """What the exchange reads besides greetings of these workshops, some of which may not have been there."""
    before, after = BEFORE, structure(read())
    if after is None:
        return "the exchange cannot read the file any more"
    new = [section for section in after if section not in before]
    if len(new) > len(shops) or any(not section.startswith("shop ") for section in new):
        return f"there are the sections {new}"
    own = [*new, *(f"shop {shop}" for shop in shops)]
    for section, options in after.items():
        was = before.get(section, {})
        if section not in own and options != was or {**options, "greeting": ""} != {**was, "greeting": ""}:
            return f"{section!r} has got {options}"
    return "a section is gone" if before.keys() - after.keys() else ""


def begin():
    made, shops = yard(), set()

    def use(both):
        if attempt(made.set_greeting, *both).returned:
            shops.add(both[0])

    def look():
        """Now, and when another greeting has been set."""
        if wrong := differs(shops):
            return wrong
        use(("Hat & Co", "Back soon."))
        return differs(shops)

    return use, look


def changed(shop, text):
    attempt(yard().set_greeting, shop, text)
    new = [section for section in structure(read()) or () if section not in BEFORE]
    return differs([shop]) or filled(new[0] if new else f"shop {shop}")


def filled(own):
    spoken = attempt_to_read(own)
    return "the exchange speaks what stands elsewhere in the file" if PIN in spoken or NUMBER in spoken else None


def attempt_to_read(own):
    config = read(configparser.ExtendedInterpolation())
    try:
        return config.get(own, "greeting", fallback="") if config.has_section(own) else ""
    except configparser.Error:
        return ""


def attack(what, candidates, tries):
    """Forms bring no half of a surrogate pair."""
    typed = (both for both in candidates if not any("\ud800" <= sign <= "\udfff" for sign in "".join(both)))
    search.attack_in_groups(what, typed, begin, tries, 8)


def test_a_greeting_is_one_option():
    shops = itertools.cycle(("Lutes", "Hat & Co", "New"))
    attack("shop and greeting", zip(shops, lines.texts("Hello", COMMANDS)), 150)


def test_a_greeting_says_only_what_was_typed():
    shops = itertools.cycle(("Lutes", "Hat & Co", "New"))
    search.attack("shop and greeting", zip(shops, FILLED), lambda both: changed(*both), 85)


def test_a_name_is_one_section():
    names = in_turn(lines.texts("New", COMMANDS), (f"{name}]{line}{command}" for name in ("New", "Lutes")
        for line in ("\n", "\r", "\r\n") for command in ("transfer = 1", "[exchange]\npin = 1", "#")))
    attack("shop and greeting", ((name, "Hello") for name in names), 140)


def test_a_name_is_of_one_workshop():
    """Names that begin as others do, are others in another spelling, or are patterns of them."""
    names = ("Owl [books", "Owl", "Owl [books] 2", "Lutes", "lutes", "New", "Newt.n", "Hat", "Lutes] #", "L.+", "*", "%", "Newton|x",
        "Owl [books]", "Owl [books] 2]", "NEWTON", "N\uff45wton", "new", "Hat &amp; Co", "Hat%20&%20Co", "", "[Nn]ewton", "?ewton")

    def found(name):
        use, look = begin()
        use((name, "Hello"))
        return look()

    search.attack("the name", names, found, len(names), shrink=0)


def test_name_and_greeting_together():
    pairs = ((f"New]{line}transfer = 1", f"x{other}pin = 1") for line in ("\n", "\r") for other in ("\n", "\r"))
    attack("shop and greeting", pairs, 4)
