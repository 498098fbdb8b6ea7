import re

from harness import attempt, solution
from probes import search
from probes.grammars import placeholders
from probes.grammars.ranked import in_turn, ranked


def obeyed(said):
    """The first line that the server takes for a command."""
    if not isinstance(said, bytes | str):
        return None
    said = said.encode("utf-8", "surrogateescape") if isinstance(said, str) else said
    for line in re.split(rb"[\r\n]", said):
        for start in range(0, len(line), 400):
            if (piece := line[start : start + 400].lstrip(b" \t")).startswith(b"/"):
                return piece[:30].decode(errors="replace")
    return None


BREAKS = (("\n", "\r", ""), ("\r\n", "\n\n", "\n \t", "\r\r", "\n\r", " ", "\t", "\n\n\n "), ("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\0", "\x1f", "\x08", "\x7f", "\x1b[0m", "\u200b", "\ufeff", "\u00ad", "\u00a0", "\u3000", "\u202e", "\ud800", "\\n", "\\r", "\n\0", "\n\u200b", "\u200b\n", "\n\ud83d", "\u010a", "\u010d", "\u560a", "&#10;", "%0A", "\\x0a", "\\u000a", "<br>", "\n\x1b[0m", "\r\ufeff", "\u0300", "\x00\r", "\n\x7f", "| ", "\n'", "\n\\", "\u2424", "\n\xa0"))
COMMANDS = (("/kick",), ("//kick", "/"), ("/ /kick", "///kick", "\uff0fkick", "\u2215kick", "\u2044/kick", "&#47;kick", "%2Fkick", "\\/kick", "/\n/kick", "/\r/kick", "./kick", "/\u200b/kick", "/\ufeff\n/kick", "/!where", "'/kick", " /kick", "\u2215\n/kick", "''/kick", "`/kick", "/\0/kick", "/:/kick", "\\x2fkick", "\u0338/kick", "/me /kick"))
FRONT = (("", "mill"), ("a b", "mill /x", "'"), ("ä", "x" * 50, "\u200b", "mill:", ">", "(", "\\", "mill\n", "mill\rb", "mill\n\nc"))
LONG = tuple(unit * (size // len(unit.encode())) for size in (400, 399, 398, 390, 395, 800, 396, 397, 799, 384, 389, 500, 1200) for unit in ("x", "ä", "x ", "日", "𝄞"))


def texts():
    """Where a line begins: at the start, behind whatever may become a break, and where something long is cut."""
    put = (front + between + command for command, front, between in ranked(COMMANDS, FRONT, BREAKS))
    start = (between + command for command, between in in_turn((("/kick", between) for tier in BREAKS for between in tier), ranked(COMMANDS[1:], BREAKS)))
    behind = (f"mill{between}{command} kim{between}x" for command, between in ranked(COMMANDS, BREAKS))
    yield from in_turn(start, put, long_ones(), behind, start)


def long_ones():
    """Whole rows of it stand wherever the server may cut; in some, letters are fewer than bytes."""
    yield from ("x" + "/" * 1000, "x" * 400 + "/kick", "ä" * 150 + "/" * 240, "日" * 100 + "/" * 290, "x" + " /" * 600, "𝄞" * 90 + "/" * 300, "x" * 300 + "/" * 101, "x" * 300 + "/" * 99, "x/" * 450, "x" * 399 + " " * 5 + "/kick", "x" + "\t/" * 500, "x" + "/" * 400, "x" + "/" * 420, "ä" * 199 + "/" * 20)
    yield from (f"{long}{between}/kick" for between in ("", " ", "/", "\n", "x", "ä ") for long in LONG)
    yield from ("x" + "/" * size for size in (390, 395, 396, 397, 398, 399, 401, 402, 405, 410))
    yield from ("\x01" * 200 + "/" * 390, "\u200b" * 100 + "/" * 300, "x" * 380 + "\n" * 20 + "/" * 30, "\ud800" * 90 + "x" + "/" * 390, "&" * 120 + "/" * 280, "\\" * 200 + "/" * 250, "ß" * 190 + "/" * 190, "İ" * 150 + "/" * 150, "ﬃ" * 130 + "/" * 150)


def everything(basket, name, more=()):
    """The answers to all that may be asked now."""
    for text in (f"!where {name}", "!last", *more):
        yield attempt(basket.hear, "bo", text).value


def first(answers):
    return next(filter(None, map(obeyed, answers)), None)


def test_a_place_is_no_command():
    def found(place):
        basket = solution.Basket()
        kept = attempt(basket.hear, "eve", f"!found cep {place}").value
        return first([kept, *everything(basket, "cep")])

    search.attack("PLACE", texts(), found, 250)


def test_a_name_is_no_command():
    """Also one with whatever some take for a blank, and others do not."""
    def found(name):
        basket = solution.Basket()
        answers = [attempt(basket.hear, "eve", f"!where {name}").value, attempt(basket.hear, "eve", f"!found {name} mill").value]
        return first([*answers, *everything(basket, name)])

    search.attack("NAME", in_turn((text for text in texts() if " " not in text), texts()), found, 180)


def test_name_and_place_together_are_no_command():
    """A long name moves the place to where a line is cut; one text stands where another is put in."""
    def pairs():
        long = [(name, place) for size in (398, 397, 399, 396, 200, 390, 350) for name, place in (("n" * size, "/kick"), ("n" * size, "/" * 500), ("ä" * (size // 2), "/kick kim"), ("n" * size, " \t/kick"), ("n" * (size - 100), "x" * 100 + "/" * 90), ("ä" * (size // 4), "/" * (size // 2)))]
        spelled = [(name, place) for name in ("cep", "/", "'", "{place}", "{", "\u200b", "\ufeff", "\0", "\x07", "a\x85b", "n\x1cm", "x\u2028y") for place in ("/kick", "\n/kick", "x\r/kick", "{name}/kick", "a\u2028/kick")]
        fields = [(place, "\n/kick") for place in in_turn(placeholders.single("NAME", "PLACE", "name", "place"), placeholders.counted())]
        yield from in_turn(long, spelled, fields)

    def found(both):
        name, place = both
        basket = solution.Basket()
        return first([attempt(basket.hear, "eve", f"!found {name} {place}").value, *everything(basket, name)])

    search.attack("NAME and PLACE", pairs(), found, 110, shrink=0)


def test_several_findings_are_no_command_together():
    """What is joined is cut somewhere else, and what was said once is not remembered as good."""
    def rows():
        for size in (190, 120, 390, 380, 40, 60):
            for part in ("/" * size, "x" + "/" * size, "x" * size + " /", "ä" * (size // 2) + "/"):
                yield (part,) * 9
        for harm in ("/kick", "x\n/kick", "x\r/kick", "\t/kick", "x" * 400 + "/kick", "x" * 395 + "/////////"):
            yield from ((harm, harm, harm), ("mill", harm), (harm, "mill"), ("mill", "x" * 399, harm), ("mill\n", harm, "\n"), ("kick", "mill", harm, "mill"), ("x" * 450, harm))

    def found(row):
        basket, answers = solution.Basket(), []
        for number, place in enumerate(row):
            answers.append(attempt(basket.hear, ("eve", "kim")[number % 2], f"!found cep {place}").value)
            answers.extend(everything(basket, "cep"))
        return first([*answers, *everything(basket, "cep")])

    search.attack("PLACES, one after the other", rows(), found, 66, shrink=0)


def messages():
    """All the rest that can be typed: incomplete, unknown, with blanks of other kinds between."""
    harm = ("/kick", "\n/kick", "x\r/kick", "x" * 394 + "/////////////", "x" + "/" * 900)
    for text in harm:
        yield from (text, f"!found {text}", f"!found\n{text}", f"!{text}", f"!where {text}", f"!last {text}", f"!where\n{text}", f"!where\t{text}", f"!found cep\n{text}", f"!found\ncep {text}", f"!found cep  {text}", f"!foundcep {text}", f"!where cep {text}", f"!where cep\n{text}", f" !found {text}", f"!found {text}\n{text}", f"!found cep x\n!where {text}", f"!FOUND cep {text}", f"!found\u2003cep\u2003{text}", f"!found cep\x1c{text}", f"!found cep \x1f{text}", f"!found cep\u00a0{text}", f"x\n!where {text}", f"!help {text}", f"!found cep\r\r{text}", f"{text}\n!last", f"!where \n\n{text}", f"!last\n{text}")


def test_no_message_makes_a_command():
    def found(text):
        basket = solution.Basket()
        basket.hear("bo", "!found cep mill")
        answers = [attempt(basket.hear, "eve", text).value for _ in range(2)]
        return first([*answers, *everything(basket, "cep", (text, "!where /kick", "!where \n/kick", "!where"))])

    search.attack("the message", messages(), found, 130, shrink=0)
