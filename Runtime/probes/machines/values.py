"""Odd values by kind: what stands at a limit, only looks like a number or a name, or is nothing at all.

Every list is ordered, likeliest first, and the same in every run.
"""

from __future__ import annotations

import json
import re
import unicodedata
import urllib.parse
from typing import Any

NAN, INFINITY = float("nan"), float("inf")
#: Where numbers of fixed width end, and where floats cease to hold every whole number.
WIDTHS = (2**31, -(2**31) - 1, 2**53 + 1, 2**63, -(2**63) - 1, 10**30)
#: Stand for nothing, or for a placeholder of nothing.
NOTHING: tuple[Any, ...] = (None, "", 0, False, [], {}, " ", "None", "null", "undefined", b"", True, 1, 0.0)
#: What `str.strip`, `\\s`, `isprintable`, line readers, C libraries and the eye each treat in their own way.
INVISIBLE = "\n \t\r\0\x0b\x0c\x1c\x1e\x1f\x85\xa0\u200b\u2028\u2029\u3000\ufeff\u00ad\u202e\x1b\x7f"
_FULL_WIDTH = {ord(" "): "\u3000"} | {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
_TWINS = str.maketrans("aceopxyABCEHIKMOPTXiks", "асеорхуАВСЕНІКМОРТХıKſ")
_DIGITS_OF_OTHERS = ("\u0660", "\u0966", "\uff10", "\U0001d7ce")
#: Two texts each that are different, and the same for who drops letters, cuts, folds case, or stops at a sign.
CONFUSED = (
    ("слива и вишня", "груша и дыня"),
    ("слива", ""),
    ("plum" * 40 + "a", "plum" * 40 + "b"),
    ("Plum Tree", "plum tree"),
    ("🌻🌻🌻🌻", "🌷🌷🌷🌷"),
    ("äpfel und möhren", "apfel und mohren"),
    ("plum-tree 7!", "plumtree7"),
    ("plum-tree", "eert-mulp"),
    ("plum-tree-blue", "plum-tree-pink"),
    ("plum:tree", "plum:rose"),
    ("0012345678", "12345678"),
    ("plum-tree\ntulip", "plum-tree\nrose"),
)
#: What programs put between several values of which they make one key.
BORDERS = (*"/:|,; .-_#@\0\n\t", "", "::", "--")

#: Expressions for buffers of `count` items that take several bytes each, or of fewer bytes than they seem to have: who
#: asks for the length and who copies do not count alike. For source that imports array and ctypes.
WIDE_BUFFERS = (
    "memoryview(bytearray(4 * {count})).cast('I')", "array.array('H', [7] * {count})", "memoryview(bytes(2 * {count})).cast('H')",
    "(ctypes.c_uint32 * {count})(*[9] * {count})", "array.array('Q', [5] * {count})", "memoryview(bytes(8 * {count})).cast('Q')",
    "memoryview(bytes(3 * {count})).cast('B', [{count}, 3])", "memoryview(bytes(2 * {count}))[::2]", "memoryview(bytes({count})).cast('?')",
    "memoryview(bytes({count})).cast('c')",
)

#: Expressions for bytes-like objects that tell of a wrong size, or wrong content, whoever does not ask for the buffer:
#: `count` bytes are written where none, or one, is seen.
LYING_BUFFERS = (
    "type('Lying', (bytes,), {{'__len__': lambda self: 0}})(b'o' * {count})", "type('Lying', (bytearray,), {{'__len__': lambda self: 1}})(b'o' * {count})",
    "type('Lying', (bytes,), {{'__bytes__': lambda self: b'o'}})(b'o' * {count})", "type('Lying', (bytearray,), {{'__bytes__': lambda self: b''}})(b'o' * {count})",
    "type('Lying', (bytes,), {{'__getitem__': lambda self, place: b'o', '__len__': lambda self: 1}})(b'o' * {count})",
    "type('Lying', (bytes,), {{'__iter__': lambda self: iter(b'o' * {count}), '__len__': lambda self: 1}})(b'o')",
    "type('Lying', (array.array,), {{'__len__': lambda self: 0, 'itemsize': 1}})('B', [7] * {count})",
    "memoryview(bytes({count})).cast('B', [1, {count}])", "type('Lying', (), {{'__len__': lambda self: 0, '__bytes__': lambda self: b'o' * {count}}})()",
    "type('Lying', (), {{'__len__': lambda self: 1, '__iter__': lambda self: iter(b'o' * {count}), '__getitem__': lambda self, place: b'o'}})()",
    "type('Lying', (bytes,), {{'__bool__': lambda self: False, '__len__': lambda self: 0}})(b'o' * {count})",
)


def moving(*numbers: int) -> str:
    """An expression for an object that is no number and is read as one: as the next of these each time, in the end as the last.

    Who reads it once to check it, and once more to use it, uses what was not checked.
    """
    return f"type('Moving', (), {{'told': {list(numbers)}, '__index__': lambda self: self.told.pop(0) if len(self.told) > 1 else self.told[0]}})()"


def divided(checked: int, used: int) -> str:
    """The same, for who checks what `int` makes of it, and lets another read it as an index; or the other way round."""
    return f"type('Divided', (), {{'__int__': lambda self: {checked}, '__index__': lambda self: {used}}})()"


def joined_alike(first: str, second: str) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Two pairs each that are one text when joined: `first` with more before `second`, and with more behind `first`."""
    return [((first, f"x{by}{second}"), (f"{first}{by}x", second)) for by in BORDERS]
#: Two texts each of which nothing is left for who tidies up; a program must not have a text of its own for that.
BLANK = ((" ", "\t"), ("\t", "  "), ("\u3000", " "), ("\u200b", "\ufeff"), ("\n", "\r\n"), ("-", "."), ("''", '""'))
#: Two texts each that are different, and the same for who normalizes, encodes with a loss, splits, or cuts far behind.
#: Texts that are canonically the same (forms C and D) are not among them: they are one text.
SPELLED = (
    ("plum\ud800tree", "plum\udfffree"),
    ("plum-tree\ud800", "plum-tree"),
    ("plum\udcff", "plum?"),
    ("plum\ufb01sh", "plumfish"),
    ("\uff50lum-tree", "plum-tree"),
    ("plum-\u0661", "plum-1"),
    ("stra\u00dfe", "strasse"),
    ("plum  tree", "plum tree"),
    ("plum\u00a0tree", "plum tree"),
    ("plum\u200btree", "plumtree"),
    ("plum" * 300 + "a", "plum" * 300 + "b"),
    ("plum%20tree", "plum tree"),
    ("plum&amp;tree", "plum&tree"),
    ("plum\\tree", "plumtree"),
    ("plum$tree", "plum$rose"),
    ("plum=tree", "plum=rose"),
)
#: Texts of letters that some charset lacks, and how it is asked to write what it lacks.
_OF_OTHER_CHARSETS = ("\u043a\u043e\u0440\u043e\u0432\u0430", "kr\u00f3w\u0119ta-\u0142\u0105ka", "\u725b\u4e73", "milk\u20ac7", "k\u00fche-7", "\U0001f404\U0001f404")
_LOSSES = ("replace", "ignore", "xmlcharrefreplace", "backslashreplace", "namereplace")


def lossy() -> list[tuple[str, str]]:
    """A text, and what a program compares it with or hashes of it that writes it in a charset without its letters, or reads it in another.

    The other text is one that anybody types: question marks, references, escapes, the letters that are left, or letter salad. A half of
    such a pair that is empty is left out.
    """
    found: dict[tuple[str, str], None] = {}
    for charset in ("ascii", "latin-1", "cp1252", "cp437", "koi8-r", "iso8859-2"):
        for loss in _LOSSES:
            for text in _OF_OTHER_CHARSETS:
                found.setdefault((text, text.encode(charset, loss).decode(charset)))
    for text in _OF_OTHER_CHARSETS:
        folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        cut = "".join(chr(ord(sign) & 0xFF) for sign in text if ord(sign) & 0xFF >= 32)
        escaped = (text.encode("unicode_escape").decode(), text.encode("punycode").decode(), urllib.parse.quote(text), repr(text)[1:-1])
        bits = "".join(chr(ord(sign) & 0x7F) for sign in text if ord(sign) & 0x7F >= 32)
        mojibake = text.encode().decode("latin-1")
        for other in (folded, cut, bits, mojibake, *escaped, ascii(text)[1:-1], json.dumps(text)[1:-1]):
            found.setdefault((text, other))
    return [(one, other) for one, other in found if other and one != other]


#: Those of them that an environment variable can hold: it has bytes, and what is no UTF-8 of them becomes \\udc80 to \\udcff.
IN_THE_ENVIRONMENT = tuple(pair for pair in SPELLED if not re.search("[\ud800-\udc7f\udd00-\udfff]", "".join(pair)))


def joined_numbers(text: str) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    """Two pairs each of a text and a number that are one when joined without a border, added, or repeated.

    Digits at the end of the text before the number, or at its beginning behind it; bytes of the number in the text.
    """
    found = [((f"{text} 1", 17), (f"{text} 11", 7)), ((f"1 {text}", 71), (f"11 {text}", 7))]
    found += [((f"{text} 1", 0x17), (f"{text} 11", 0x7)), ((f"{text} 1", 2345), (f"{text} 123", 45)), ((f"5 {text}", 1234), (f"345 {text}", 12))]
    found += [((f"{text} a", 2), (f"{text} b", 1)), ((f"{text}!", 0x42), (text, 0x2142))]
    found += [((text, 2), (text * 2, 1)), ((f"{text}0", 25), (text, 25)), ((f"{text} 1", 1), (f"{text} 11", 11))]
    found += [((f"B{text}", 0x21), (text, 0x2142)), ((f"!{text}", 0x42), (text, 0x2142)), ((f"{text} -", 3), (text, 3))]
    return [pair for one in found for pair in (one, one[::-1])]


def around(*limits: int) -> list[int]:
    """Whole numbers next to each limit, below zero, and some way beyond."""
    near = [limit + step for step in (1, -1, 0, 2, -2, 3) for limit in limits]
    below = [-1, 0, *(-limit for limit in limits), *(-limit - 1 for limit in limits), *(10 * limit for limit in limits)]
    return list(dict.fromkeys([*near, *below]))


def not_whole(number: int) -> list[Any]:
    """What is no whole number and may pass for `number`, or for any: fractions, floats, text, containers, NaN."""
    fractions = [number + 0.5, -(number + 0.5), 0.5, 1e-9, -1e-9, float(number), -0.0, NAN, INFINITY, -INFINITY, 1e308]
    texts = [str(number), f"-{number}", f"{number}.0", f"{number}.5", "NaN", "Infinity", *number_texts(number)]
    return [*fractions, *texts, True, False, None, "", [number], [], {}, {"value": number}, [[number]]]


def number_texts(number: int) -> list[str]:
    """Texts that `int` or `float` read as this number, and `isdigit` and friends judge differently."""
    plain = str(abs(number))
    sign = "-" if number < 0 else ""
    first = [f"{sign}0{plain}", f" {sign}{plain}", f"{sign}{plain} ", f"{sign}{plain}\n", f"+{plain}", f"\u2212{plain}"]
    others = [sign + "".join(chr(ord(zero) + int(digit)) for digit in plain) for zero in _DIGITS_OF_OTHERS]
    forms = [f"{sign}0_{plain}", f"{sign}{plain}e0", f"{sign}{hex(abs(number))}", f"{sign}0b{abs(number):b}"]
    squares = [sign + plain.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))]
    return [*first, *others, *forms, *squares, f"\t{sign}{plain}", f"--{plain}", f"{sign}{plain}\0"]


#: A whole number, and what is no such number but the same to who remembers numbers by their value, whole part, text, or rounded.
REMEMBERED: tuple[tuple[int, Any], ...] = (
    *((1, True), (2, 2.5), (1, [1]), (2, "2\n2"), (2, -2), (1, 0.9999999), (5, 5 + 1e-12), (60, 60.4), (1, "True"), (3, "3x"), (2, 2.4999), (1, 1.4)),
)
_RAISED, _LOWERED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def powers(number: int, decimals: bool = False) -> list[str]:
    """Numbers behind which raised or lowered digits stand, which are no further digits: 10² is 100 and not 102.

    Normal forms (NFKC, NFKD) and `unicodedata.digit` make further digits of them, and of ½ a 1, a line and a 2.
    """
    made = [f"{number}{digits.translate(table)}" for digits in ("2", "0", "5", "10", "00") for table in (_RAISED, _LOWERED)]
    made += [f"{number}½", f"{number}¼", f"{number}\u20445", f"{number}⅒"]
    return made + ([f"{number}.5⁰", f"{number}².50", f"{number}.½", f"{number}.0₅"] if decimals else [])


_PARTS = (".5", ".4", ".9", ".999999999999999999", ".1", ".0", ".", "e0", "e-0", ",5", "/1")
_NEARLY_NOTHING = (
    *(".5", ".9", "1e-9", "9e-1", "1e-400", "5e-324", "0x.8p0", "-0", "-0.5", "-.5"),
    *("1/2", "\u00bd", "\u2153", "\u3007", "\u96f6", "\u24ea", "\u2070"),
)


def fractions_beside(lowest: int, highest: int) -> list[float]:
    """Numbers that are below the lowest or above the highest, by less than one, and are one of these when they are cut or rounded."""
    made = [lowest - part for part in (0.5, 0.1, 0.999, 1e-9)] + [highest + part for part in (0.5, 0.9, 0.001, 1e-9)]
    return [number for number in made if not lowest <= number <= highest]


def fraction_texts(number: int) -> list[str]:
    """Texts of numbers next to this one that are not whole, and of itself in forms of floats and other scripts.

    One is in range until it is cut or rounded, another is a number to `isnumeric` and `unicodedata.numeric` only.
    """
    parts = [f"{number}{part}" for part in _PARTS]
    if number == 0:
        parts += _NEARLY_NOTHING
    numerals = {1: "¹①", 2: "²②", 3: "³Ⅲ③", 4: "⁴Ⅳ④四", 5: "⁵Ⅴ⑤"}
    return [*parts, *numerals.get(number, "")]


def alike(text: str) -> list[Any]:
    """Other spellings of one text, which some comparison or tidying takes for it."""
    cases = [text.lower(), text.upper(), text.swapcase(), text.title(), text.casefold()]
    blanks = [text + " ", " " + text, text + "\n", text + "\0", "\t" + text, text + "\u200b", text + "\xa0"]
    forms = [text.translate(_FULL_WIDTH), text.translate(_TWINS), text[:1] + text[1:].translate(_FULL_WIDTH)]
    forms += [unicodedata.normalize(form, text) for form in ("NFD", "NFC", "NFKC")]
    parts = [
        text[:-1],
        text[:1],
        text + text[-1:],
        text + text,
        f"x{text}",
        f"{text}x",
        text[1:],
        f"{text},x",
        f"x,{text}",
    ]
    wrapped = [
        [text],
        {text: text},
        text.encode(),
        f'"{text}"',
        f"'{text}'",
        f"{text}%",
        f"%{text}",
        "*",
        "%",
        f"{text}--",
    ]
    numbers = [int(text), float(text), f"0{text}"] if text.isdecimal() else []
    found = [*cases, *blanks, *forms, *parts, *numbers, *wrapped]
    return [one for index, one in enumerate(found) if one != text and one not in found[:index]]


def nearly(secret: str) -> list[str]:
    """A secret of many signs but for some of them: what a comparison takes for it that looks at a part, or folds case."""
    parts = [secret[:-1], secret[:8], secret[:1], secret[1:], secret[-8:], f"{secret}x", f"x{secret}", secret * 2]
    others = [secret[:-4] + "----", "----" + secret[4:], secret[: len(secret) // 2] + "-" * (len(secret) // 2)]
    others += [secret.swapcase(), secret[::-1], f"{secret}\0", "".join(sorted(secret)), f"{secret[:-1]}%", f"{secret[:-1]}_"]
    return [one for one in dict.fromkeys([*parts, *others]) if one != secret]


def with_breaks(text: str) -> list[str]:
    """The text with something invisible behind it, before it, and within it."""
    middle = len(text) // 2
    behind = [text + one for one in INVISIBLE]
    before = [one + text for one in INVISIBLE]
    return [*behind, *before, *(text[:middle] + one + text[middle:] for one in INVISIBLE)]


def resized(size: int, behind: str = "Boss") -> list[str]:
    """Texts about a limit of `size` bytes in UTF-8, measured in one form and kept in another.

    Some are too long by a little, by what letters take in bytes, or by what a transformation adds; others only fit once
    they are tidied up.
    """
    exact = ["x" * (size + extra) for extra in (1, 0, -1, 2, 8, 16, 24, size, 4000)]
    letters = [
        letter * count
        for letter in "äß€🌻İŉΐﷺﬃ"
        for count in (_fitting(letter, size) + 1, size, _fitting(letter, size))
    ]
    odd_end = ["x" * (size - 1) + letter for letter in "ä€🌻"]
    padding = [blank * size + behind for blank in (" ", "\0", "\t", "\n", "\u200b", "\xa0", "\u3000")]
    padding += [behind + blank * size for blank in (" ", "\0", "\n")] + [
        behind + blank * size + behind for blank in " \0\u0308"
    ]
    escaped = [letter * size for letter in "&<\"'\\\n"]
    composed = [
        "e\u0301" * (size // 3) + "x" * 8,
        "\uff21" * (size // 3 + 1),
        "\ud800" * (size // 3 + 1),
        "\udcff" * size,
    ]
    return list(dict.fromkeys([*exact, *letters, *odd_end, *padding, *composed, *escaped]))


def _fitting(letter: str, size: int) -> int:
    return size // len(letter.encode())


#: What places are filled up with, and what is taken off the ends of a text: each is a text's own sign as well.
_FILLING = ("\0", " ", "\n", "\t", "\x1a", "\u00a0", "\x80", "\uffff", "\ufeff", "x", "_", "#", "\x7f")


def filled(size: int) -> list[str]:
    """Texts of up to `size` bytes whose own ends, or all of them, look like what a place is filled up with."""
    found = []
    for sign in _FILLING:
        width = len(sign.encode())
        room = size // width
        for most in (room, room - 1, room // 2):
            if most > 0:
                found += [sign * most, "s" + sign * (most - 1), sign * (most - 1) + "s", "s" + sign * (most - 2) + "s" * (most > 1)]
    return [text for text in dict.fromkeys(found) if text and len(text.encode()) <= size]
