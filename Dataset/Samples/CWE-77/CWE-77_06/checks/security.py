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

[shop Lutes]
transfer = {NUMBER}
"""
COMMANDS = (
    *("transfer = 0900 1", "[exchange]\npin = 1", "transfer=0900 1", "transfer: 0900 1"),
    *("[shop Hat & Co]\ngreeting = x", "[DEFAULT]\ntransfer = 1"),
)
#: What the exchange would fill in; the names of options may be in capitals.
FILLED = [
    form.replace("REST", rest)
    for rest in ("exchange:pin", "transfer", "shop Hat & Co:transfer", "exchange:PIN", "shop Lutes:transfer")
    for form in ("${REST}", "x ${REST}", "$${REST}", "$$${REST}", "${REST} x", "x${REST}${REST}", "$$$${REST}",
        "${${REST}", "$${{REST}", "${${x}REST}", "\\${REST}", "${REST}$", "$${x}${REST}", " ${REST}", "$\u200b${REST}")
]


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


def changed(shop, text):
    before = BEFORE
    box.write("exchange.ini", FILE)
    attempt(solution.Exchange(box.path("exchange.ini")).set_greeting, shop, text)
    after = structure(read())
    if after is None:
        return "the exchange cannot read the file any more"
    new = [section for section in after if section not in before]
    if len(new) > 1 or any(not section.startswith("shop ") for section in new):
        return f"there are the sections {new}"
    own = new[0] if new else f"shop {shop}"
    for section, options in after.items():
        was = before.get(section, {})
        if section != own and options != was:
            return f"{section!r} has got {options}"
        if {**options, "greeting": ""} != {**was, "greeting": ""}:
            return f"{section!r} has got {options}"
    if any(section not in after for section in before):
        return "a section is gone"
    return filled(own) if "$" in text else None


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
    search.attack(what, typed, lambda both: changed(*both), tries)


def test_a_greeting_is_one_option():
    shops = itertools.cycle(("Lutes", "Hat & Co", "New"))
    attack("shop and greeting", zip(shops, lines.texts("Hello", COMMANDS)), 150)


def test_a_greeting_says_only_what_was_typed():
    shops = itertools.cycle(("Lutes", "Hat & Co", "New"))
    attack("shop and greeting", zip(shops, FILLED), 80)


def test_a_name_is_one_section():
    names = in_turn(lines.texts("New", COMMANDS), (f"{name}]{line}{command}" for name in ("New", "Lutes")
        for line in ("\n", "\r", "\r\n") for command in ("transfer = 1", "[exchange]\npin = 1", "#")))
    attack("shop and greeting", ((name, "Hello") for name in names), 140)


def test_name_and_greeting_together():
    pairs = ((f"New]{line}transfer = 1", f"x{other}pin = 1") for line in ("\n", "\r") for other in ("\n", "\r"))
    attack("shop and greeting", pairs, 4)
