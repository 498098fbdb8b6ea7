import configparser

from harness import box, solution

FILE = """# of the yard
[exchange]
pin = 4711
ring: 3

[shop Hat & Co]
transfer = 0123 456
greeting = Hats and caps.

[tones]
busy = 425
file = ${exchange:pin}.wav
"""
TEXTS = (
    '"Back soon" = at 2:00; 10 % off [today]',
    "# 1 in lutes", "; x", "[shop x]", "a: b", "Grüße 海 <3", "x\\n", "=", "5% %(pin)s",
)


def yard(name):
    box.write(name, FILE)
    return solution.Exchange(box.path(name))


def read(name):
    config = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    config.read_string(box.text(name))
    return {section: dict(config.items(section)) for section in config.sections()}


def test_a_greeting_is_replaced():
    made = yard("f1.ini")
    before = read("f1.ini")
    for text in TEXTS:
        made.set_greeting("Hat & Co", text)
        assert made.greeting("Hat & Co") == text
        before["shop Hat & Co"]["greeting"] = text
        assert read("f1.ini") == before


def test_workshops_of_all_names():
    made = yard("f2.ini")
    names = ("Müller (Lutes) #2", "a = b", "x: y; z", "[in brackets]", "Hat", "shop", "exchange", "DEFAULT")
    for number, name in enumerate(names):
        made.set_greeting(name, f"Hello {number}")
    assert made.shops() == sorted([*names, "Hat & Co"])
    assert [made.greeting(name) for name in names] == [f"Hello {number}" for number in range(len(names))]
    found = read("f2.ini")
    assert found["exchange"] == {"pin": "4711", "ring": "3"} and found["tones"]["file"] == "4711.wav"
    assert found["shop Hat & Co"] == {"transfer": "0123 456", "greeting": "Hats and caps."}


def test_what_there_is_not():
    made = yard("f3.ini")
    assert made.greeting("Lutes") is None
    box.write("f3.ini", FILE + "[shop Lutes]\ntransfer = 1\n")
    assert made.greeting("Lutes") is None
    assert made.shops() == ["Hat & Co", "Lutes"]
    made.set_greeting("Lutes", "Hello")
    assert read("f3.ini")["shop Lutes"] == {"transfer": "1", "greeting": "Hello"}
    assert solution.Exchange("f3.ini").greeting("Lutes") == "Hello"
