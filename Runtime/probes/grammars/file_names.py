"""Names and types of uploads that only seem to be harmless, and names of files in archives.

OK stands for an ending that is allowed, RUN for one that a web server or a browser runs.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence

from probes.grammars import evasions
from probes.grammars.ranked import in_turn, ranked
from probes.machines.values import INVISIBLE

_RUN = (
    ("html", "php"),
    ("svg", "phtml", "PHP", "HtM", "js"),
    ("xhtml", "shtml", "php5", "pHp", "htm", "py", "cgi", "asp", "jsp", "xml", "svgz", "pht", "phar", "mhtml"),
)
_NAMES = (
    ("x.RUN", "x.OK.RUN"),
    (
        "x.RUN ",
        "x.RUN.",
        "x.RUN\0.OK",
        "x.RUN::$DATA",
        ".OK.RUN",
        "OK.RUN",
        ".RUN",
        "x.OK/../x.RUN",
        "x.RUN\n",
        "x.OK RUN",
        "x.OK\n.RUN",
        "x.RUN/.",
        "../x.RUN",
        "x.RUN/x.OK/..",
        "x.OK/x.RUN",
        "x.RUN\n.OK",
        "OK/x.RUN",
        "x.OK.RUN.",
        "x..RUN",
        "x.RUN..OK/..",
        "x.RUN%00.OK",
    ),
    (
        "x.RUN;.OK",
        "x.RUN?.OK",
        "x.RUN#.OK",
        "x.RUN\u200b",
        "x.RUN\t",
        "x.RUN\\",
        "x\\..\\x.RUN",
        "\u202egnp.RUN",
        "x.OK\u202eRUN",
        "x.RUN.OK.RUN",
        "x.RUN/",
        "a.RUN/b.RUN",
        "x.\uff32\uff35\uff2e",
        "x.RUN\r",
        "x.RUN\x0b",
        "./x.RUN",
        "x.RUN%20",
        "x.RUN%2e",
        "x%2eRUN",
    ),
)
#: Names that end in none of the allowed endings, though they resemble one.
_SEEMING = (
    "x.OK\n",
    "x.OK ",
    "x.OK.",
    "x.OKx",
    "x.xOK",
    "x_OK",
    "xOK",
    "OK",
    "x",
    "x.",
    "x.OK\0",
    "x.OK\u200b",
    "x.OK/x",
    "x.OK\n.txt",
    "x.OK.txt",
    "x.txt",
    "x.OK.gz",
    "x.OK.Z",
    "x.OK?x=.txt",
    "x.OK#.txt",
    "x.OK;.txt",
    "x\uff0eOK",
    "x\u2024OK",
    "x.x-OK",
    ".OK.x",
    "x.OK\r\n",
    "x.O K",
    "x.-OK",
    "x.OK~",
    "x.OK.bak",
    "x.OK%00",
    "x.OK\\x",
    "x.OK:x",
    "data:KIND,x.html",
    "data:KIND,x",
    "data:KIND;name=.OK,x",
    "x.OK\t",
    "x.ok.",
    "http://x/x.OK?x.txt",
    "x.OK\u00e9",
    "x.\u00e9OK",
    "x.O\u0301K",
    "x.OK'",
    'x.OK"',
    "x.OK/",
    "x.OK\\",
    "x.RUN\u00e9.",
)
#: So many signs before the ending, and programs cut names at fewer.
_LONG = (300, 200, 1000, 128, 100, 255, 251, 64, 50, 5000)


def seeming(endings: Sequence[str]) -> Iterator[str]:
    """Names that seem to end with one of the endings (`png`), and do not as a web server reads them."""
    first = endings[0]
    alike = [ending for kind in endings for ending in _of_the_same_type(kind) if ending not in endings]
    yield from in_turn(
        (
            form.replace("KIND", mimetypes.types_map.get(f".{first}", "image/png")).replace("OK", ending)
            for form in _SEEMING
            for ending in (first, *([endings[-1]] if "KIND" in form else []))
        ),
        (f"x.{_in_other_letters(ending, how)}" for ending in endings for how in range(4)),
        (f"x.{other}" for ending in endings for other in _folded(ending)),
        (f"x.{ending}" for ending in (*alike, "webp", "ico", "bmp")),
        (other for other in evasions.evading("x.html")),
        (f"x.{first}{sign}" for sign in INVISIBLE),
        cut(endings),
    )


def cut(endings: Sequence[str]) -> Iterator[str]:
    """Long names with a right ending, of which less is left where a program cuts them: nothing, or one that runs."""
    for size in _LONG:
        yield "x" * size + f".{endings[0]}"
        yield ".php" * (size // 4) + f".{endings[-1]}"
    # What counts letters cuts at another place than what counts bytes.
    yield "\u00e4" * 150 + f".{endings[0]}"


def ending_wherever_cut(ending: str, run: str = "html") -> Iterator[str]:
    """Names with a right ending; cut anywhere before it, one of each length ends with one that runs."""
    for size in (300, 230, 120):
        for shift in range(len(run) + 1):
            yield "x" * (shift + 1) + f".{run}" * ((size - shift) // (len(run) + 1)) + f".{ending}"


def _folded(ending: str) -> Iterator[str]:
    """The ending with letters that count as its own where case is ignored, and have no other case: ſ for s, K for k."""
    for letter, other in (("s", "\u017f"), ("k", "\u212a"), ("i", "\u0131")):
        if letter in ending:
            yield ending.replace(letter, other, 1)


def _of_the_same_type(ending: str) -> list[str]:
    kind = mimetypes.types_map.get(f".{ending}")
    return [one[1:] for one in mimetypes.guess_all_extensions(kind)] if kind else []


def _in_other_letters(ending: str, how: int) -> str:
    """The ending in letters that become its own when their case changes, or by normalisation."""
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in ending)
    return (
        wide,
        ending.replace("i", "\u0131"),
        ending.upper().replace("I", "\u0130"),
        ending.replace("s", "\u017f").replace("k", "\u212a"),
    )[how]


def running(ending: str) -> Iterator[str]:
    """Names under which a web server or a browser runs what is stored; `ending` is an allowed one."""
    yield from in_turn(
        (name.replace("OK", ending).replace("RUN", run) for name, run in ranked(_NAMES, _RUN)),
        (
            ".htaccess",
            "web.config",
            ".user.ini",
            "sub/.htaccess",
            ".htaccess.",
            ".HTACCESS",
            "sub/web.config",
            ".htaccess/.",
        ),
        (other for name in ("x.html", f"x.{ending}.php") for other in evasions.evading(name)),
    )


#: A name that ends with an allowed ending, a text of it, and what takes its place.
_REPLACED = (
    ("x.OK", "OK", "RUN"),
    ("x.OK", ".OK", ".RUN"),
    ("x.RUN.OK", ".OK", ""),
    ("OK.OK", "OK", "RUN"),
    ("x.OK", "x.OK", "x.RUN"),
    ("x.OK", "OK", "OK.RUN"),
    ("x.RUN OK.OK", " OK.OK", ""),
    ("x.RUN~.OK", "~.OK", ""),
    ("x-RUN-.OK-.OK", "-", ""),
    ("x.OKRUN.OK", "OK", ""),
    ("x.OK", "x.OK", ".htaccess"),
    (".htaccess.OK", ".OK", ""),
    ("x.OK", ".OK", ""),
    ("x.OK", ".", ""),
    ("x.OK", "OK", "OK\n"),
    ("x.OK", "OK", "OK "),
    ("x.OK", "OK", ".RUN"),
    ("x.OK", ".OK", "/x.RUN"),
    ("x.OK", "OK", "xOK"),
    ("x.OK", "x.", ""),
    ("x.OTHER", "OTHER", "RUN"),
    ("x.OTHER.OK", "OTHER.OK", "RUN"),
)


def replaced(endings: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Names with a right ending that end with another one, or with none, when a text of them is replaced."""
    ok, other = endings[0], endings[-1]
    for tier in _RUN:
        for run in tier:
            for form in _REPLACED:
                name, text, new = (
                    part.replace("OK", ok).replace("OTHER", other).replace("RUN", run) for part in form
                )
                yield name, text, new
            yield f"x.{ok.upper()}", ok.upper(), run
            yield f"x.{ok[:-1]}{ok[-1].upper()}", ok[-1].upper(), f"{ok[-1]}.{run}"


def uploads(kinds: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Uploads as (name, word for the content, stated type); `kinds` maps allowed endings to their types.

    The words are PAGE and DRAWING, also behind a genuine beginning: `png PAGE`.
    """
    ending, kind = next(iter(kinds.items()))
    hostile = ("text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "text/javascript")
    types = (
        (kind, hostile[0]),
        (
            hostile[1],
            f"{kind},text/html",
            "Text/HTML; charset=utf-8",
            "",
            f"{kind}; a=,text/html",
            f"{kind};text/html",
            *hostile[2:],
        ),
        (
            "*/*",
            "unknown/unknown",
            f"text/html;{kind}",
            f"{kind}\ttext/html",
            f"{kind}, image/svg+xml",
            "scan",
            f" {hostile[0]}",
            "text/html;",
            f"x{kind}",
            f"{kind}+xml",
            "text/html\t",
            f"{kind[:5]}",
            f"{kind} text/html",
            "image/svg",
            f"{kind}/text/html",
            "text/xsl",
            "multipart/x-mixed-replace",
        ),
    )
    names = (
        ("x.OK", "x.html"),
        (
            "x.svg",
            "x.html.OK",
            "x.OK.html",
            "x",
            "x.HTML",
            "x.html\0.OK",
            "x.html ",
            ".OK",
            "x.xhtml",
            "x.svg.OK",
            'x.OK".html',
            "data:text/html,x.OK",
            "data:image/svg+xml;base64,x.OK",
            "data:text/html;x.OK",
        ),
        ("x.OK;x.html", "../x.html", "x.shtml", "x.OK\n", "x.js", "x.OK/x.html", "x.xml", "x.pdf.htm"),
    )
    genuine = [f"{one} PAGE" for one in kinds]
    contents = (("PAGE", genuine[0]), ("DRAWING", *genuine[1:]))
    for name, content, stated in ranked(names, contents, types):
        yield name.replace("OK", ending), content, stated
    for other, its in list(kinds.items())[1:]:
        yield from ((f"x.{other}", f"{other} PAGE", f"{its}{end}") for end in ("", ",text/html", ";a=,text/html"))
