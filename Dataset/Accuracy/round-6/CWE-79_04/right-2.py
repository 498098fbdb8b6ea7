"""Functional: a tip is scanned by generators, every sign goes through one table."""
from functools import partial
from itertools import count, groupby

_TABLE = str.maketrans({c: f"&#{ord(c)};" for c in "&<>\"'"})
_PREFIXES = "http://", "https://", "/"


def _quote(text):
    return text.translate(_TABLE)


def _between(line, start, close):
    """The end of the text that begins at start, or -1."""
    end = line.find(close, start)
    inner = line[start:end] if end > start else ""
    return end if inner and not inner[0].isspace() and not inner[-1].isspace() else -1


def _span(tag, line, i):
    end = _between(line, i + 1, line[i])
    if end < 0:
        return None
    return f"<{tag}>{_quote(line[i + 1:end])}</{tag}>", end + 1


def _reference(line, i):
    picture = line.startswith("![", i)
    start = i + 1 + picture
    end = _between(line, start, "](")
    stop = line.find(")", end + 2) if end > 0 else -1
    if stop < 0:
        return None
    text, address = line[start:end], line[end + 2:stop]
    if not address or set(address) & set("()[]") or any(map(str.isspace, address)):
        return None
    if "[" in text or "]" in text:
        return None
    if not address.startswith(_PREFIXES):
        raise ValueError(f"no link to {address!r}")
    text, address = _quote(text), _quote(address)
    return (f'<img src="{address}" alt="{text}">' if picture else f'<a href="{address}">{text}</a>'), stop + 1


_READERS = {
    "*": partial(_span, "strong"),
    "`": partial(_span, "code"),
    "[": _reference,
    "!": lambda line, i: _reference(line, i) if line.startswith("![", i) else None,
}


def _pieces(line):
    i = 0
    while i < len(line):
        reader = _READERS.get(line[i])
        piece, i = (reader and reader(line, i)) or (_quote(line[i]), i + 1)
        yield piece


def _line(line):
    return "".join(_pieces(line))


def _blocks(text):
    return [list(lines) for filled, lines in groupby(text.split("\n"), bool) if filled]


def _is_heading(lines):
    return len(lines) == 1 and lines[0].startswith("= ")


def _block(numbers, lines):
    if _is_heading(lines):
        return f"<h2 id='tip-heading-{next(numbers)}'>".replace("'", '"') + _quote(lines[0][2:]) + "</h2>"
    if all(line.startswith("+ ") for line in lines):
        return "<ol>\n" + "\n".join(f"<li>{_line(line[2:])}</li>" for line in lines) + "\n</ol>"
    return "<p>" + "\n".join(map(_line, lines)) + "</p>"


def tip_html(text):
    return "\n\n".join(map(partial(_block, count(1)), _blocks(text)))


def tip_contents(text):
    heads = (lines[0][2:] for lines in _blocks(text) if _is_heading(lines))
    return "<ul>" + "".join(
        f'<li><a href="#tip-heading-{n}">{_quote(head)}</a></li>' for n, head in enumerate(heads, 1)
    ) + "</ul>"
