"""Pieces of HTML for programs that let some elements pass and no others: what else comes through, and in which disguise.

The elements that are allowed stand in the payloads themselves, because a filter looks away from them: with attributes,
around other tags, within their names, as beginnings of other names. The word MARK stands for a marker, as in
`probes.grammars.markup`; `html.strangers` tells what a page has beyond what is allowed.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator, Sequence

import harness
from probes.grammars import evasions, markup, placeholders
from probes.grammars.ranked import in_turn

_IMAGE = "<img src=x onerror=MARK()>"
#: What stands between a name and an attribute.
_BLANKS = (" ", "/", "\n", "\t", "\f", "\r", " / ", "\0 ", "\x0b ", " \xa0 ", " x=1\n", " x=y/ ", " = ")
_ATTRIBUTES = ("onclick=MARK()", "ONCLICK='MARK()'", 'OnClick = "MARK()"', "style=color:MARK", "class=MARK", "id='MARK'", "title=MARK", "name=MARK", "lang=MARK")
_HARMLESS = ("title", "lang", "dir", "class", "id", "name", "align", "style", "alt", "value", "start", "data-x", "aria-label", "role")
#: Elements of HTML, of which some begin like an allowed one.
_OTHERS = (
    *("script", "img", "svg", "iframe", "base", "body", "button", "link", "input", "object", "embed", "audio", "picture", "form"),
    *("pre", "param", "ul-x", "b-x", "a-b", "strong-x", "image", "isindex", "emb", "listing", "blink", "bdo", "big", "blockquote"),
    *("option", "optgroup", "ol1", "applet", "abbr", "animate", "area", "address", "frame", "style", "meta", "math", "template"),
    *("ins", "i:x", "p:x", "h1", "h30", "header", "html", "brx", "plaintext", "progress", "p.x", "b_x", "details", "div", "span", "u", "x"),
)
#: Elements whose content is no markup to browsers, or to libraries, and so may come through as it is.
_RAW = ("script", "style", "title", "textarea", "noscript", "xmp", "iframe", "noembed", "noframes", "template", "plaintext", "svg", "math")
#: Openings of what is no element: comments, declarations, instructions, ends of nothing.
_NO_ELEMENTS = (
    *("<!---->", "<!-- -->", "<!-->", "<!--->", "<!-- --!>", "<!--x--!>", "<!x>", "<!>", "<?x>", "<?>", "</ >", "</>", "</x>", "<>"),
    *("<![CDATA[>", "<![CDATA[x]]>", "<!DOCTYPE html>", "<!--\n-->", "<!--<b>--><b>", "<!--[if IE]>", "<![if x]>", "</b/>", "</b x='>'>"),
)
#: What ends too soon, so that the rest of the page stands within it.
_OPEN = (
    *("<!--", "<!-- x", "<!", "<?", "</", "</x", "<!--x--", "<![CDATA[", "<!-- <b>x</b>", "<!doctype x"),
    *("<img src=x onerror=MARK()", "<img src=x onerror=MARK()//", "<img title='", '<img title="', "<svg/onload=MARK() x='", "<x "),
)


def documents(elements: Sequence[str], link: str = "") -> Iterator[str]:
    """HTML in which nothing but `elements` without attributes, and links to `link`, may come through."""
    first, second = elements[0], elements[1 % len(elements)]
    yield from (f"<{first} onclick=MARK()>x</{first}>", _IMAGE, f"&lt;img src=x onerror=MARK()&gt; <{first}>x</{first}>")
    streams = [_attributes(elements), _others(elements), _nested(first, second), _written(first, link), _hidden(first), _raw(first), _open(first)]
    if link:
        streams[1:1] = [_doubled(link), _endings(link), _links(link), _others_addresses(link), _set_aside(first, link)]
    yield from in_turn(*streams, markup.texts())


def _attributes(elements: Sequence[str]) -> Iterator[str]:
    """Allowed elements that bring something along: all of them all that is harmless, or with quotes in it, before single ones."""
    for value in ("MARK", '"\' onclick=MARK() x=\'"', "'\" onclick=MARK() x=\"'", '"MARK <b onclick=MARK()>"'):
        some = " ".join(f"{name}={value}" for name in _HARMLESS)
        yield "".join(f"<{name} {some}>x</{name}>" for name in elements)
    for number, blank in enumerate(_BLANKS):
        name, attribute = elements[number % len(elements)], _ATTRIBUTES[number % 3]
        yield f"<{name}{blank}{attribute}>x</{name}>"
    for number, name in enumerate(elements):
        attribute = _ATTRIBUTES[(number + 1) % len(_ATTRIBUTES)]
        yield from (f"<{name} {attribute}>x</{name}>", f"<{name.upper()} {attribute}>x</{name.upper()}>")
        yield (f"<{name} title='>' {attribute}>x", f'<{name} title="<{name}>" {attribute}>x', f"<{name} {attribute} />x")[number % 3]
        yield (f"</{name} {attribute}>", f"<{name} {attribute} {attribute}>x", f"<{name}\n\n{attribute}\n>x")[number % 3]
    name = elements[0]
    yield from (f"<{name} {attribute}>x</{name}>" for attribute in _ATTRIBUTES)
    yield from (f"<{name} x='\"' onclick=MARK() y='\"'>x", f"<{name} x=\"'\" onclick=MARK() y=\"'\">x", f"<{name} x=`>` onclick=MARK()>x")
    yield from (f"<{name} =onclick=MARK()>x", f"<{name} x onclick=MARK()>x", f"<{name} \"onclick=MARK()>x", f"<{name}/x/onclick=MARK()>x")
    yield from (f"<{name} onclick=MARK()", f"<{name} onclick=MARK() <{name}>x", f"<{name} onclick=&#77;ARK()>x", f"<{name} xmlns:x=1 x:onclick=MARK()>x")


def _others(elements: Sequence[str]) -> Iterator[str]:
    """Elements that are not allowed, those that begin like an allowed one first."""
    alike = [name for name in _OTHERS if name.startswith(tuple(elements))]
    for name in (*alike, *_OTHERS):
        if name not in elements:
            yield f"<{name} src=x onload=MARK() onerror=MARK()>x</{name}>"
    yield from (f"<{name.upper()}/onload=MARK()>" for name in (*alike[:6], *_OTHERS[:3]))
    yield from (f"<{name}>x</{name}>" for name in (*alike[:6], "form", "u", "x", "h1"))
    yield from ("<\0img src=x onerror=MARK()>", "<i\0mg src=x onerror=MARK()>", "<im\u0131g src=x onerror=MARK()>", "<\u017fcript>MARK()</\u017fcript>")


def _nested(first: str, second: str) -> Iterator[str]:
    """Tags within tags: what is left when something is taken out."""
    inner = (f"<{first}>", f"</{first}>", f"<{second}/>", "<x>", "</x>", "<!-- -->", "<script></script>", "<!---->", "<style>x</style>", "<>")
    for one in inner:
        yield from (f"<im{one}g src=x onerror=MARK()>", f"<{one}img src=x onerror=MARK()>", f"<img src=x {one}onerror=MARK()>")
        yield from (f"<{first}{one} onclick=MARK()>x", f"<{one}{first} onclick=MARK()>", f"<scr{one}ipt>MARK()</scr{one}ipt>")
    yield from ("<<img src=x onerror=MARK()>", "<<script>script>MARK()<</script>/script>", f"<{first}<img src=x onerror=MARK()>", f"<<{first}><img src=x onerror=MARK()>")
    yield from (other for text in (_IMAGE, f"<{first} onclick=MARK()>x") for other in evasions.evading(text))


def _written(first: str, link: str) -> Iterator[str]:
    """Text that is no markup yet, and becomes some when references are put in and nothing is written for them."""
    for text in (_IMAGE, f"<{first} onclick=MARK()>x</{first}>", "<script>MARK()</script>", f"<a href='{link}' onclick=MARK()>x</a>"):
        once = html.escape(text)
        yield from (once, f"<{first}>{once}</{first}>", html.escape(once), f"{'Word. ' * 12}{once}", once.replace("&lt;", "&#60;"))
        yield from (once.replace("&lt;", "&lt"), once.replace("&lt;", "&#x3C"), once.replace("&lt;", "&LT;"), text.replace("<", "\uff1c"))
        yield from (f"<p>&lt;<b></b>{text[1:]}", text.replace("<", "<&"), text.replace("<", "&amp;#60;"), text.replace("<", "&<x>lt;"))
        yield from (f"<title>{once}</title>", f"<textarea>{once}</textarea>", f"<script>{once}</script>", f"<!--{once}-->{once}")


def _endings(link: str) -> Iterator[str]:
    """Addresses that end their attribute when they are written anew."""
    for text in ('" onclick=MARK() x="', f'">{_IMAGE}', "' onclick=MARK() x='", f"'>{_IMAGE}", " onclick=MARK()", "><MARK>", "`onclick=MARK()", '"/onclick=MARK()/x="'):
        yield f'<a href="{html.escape(link + text)}">x</a>'
        if "'" not in text:
            yield f"<a href='{link}{text}'>x</a>"
        elif '"' not in text:
            yield f'<a href="{link}{text}">x</a>'
    yield from (f"<a href={link}\"onclick=MARK()//>x</a>", f"<a href={link}'onclick=MARK()//>x</a>", f"<a href='{link}\" onclick=\"MARK()'>x</a>")


def _doubled(link: str) -> Iterator[str]:
    """Links with further attributes, and with an address twice."""
    text = "javascript:MARK()"
    yield from (f'<a href="{link}" {attribute}>x</a>' for attribute in _ATTRIBUTES[2::-1])
    yield from (f'<a href="{link}" href="{text}">x</a>', f'<a href="{text}" href="{link}">x</a>', f"<a href={text}>x</a>", f"<A HREF='{text}'>x</A>")
    yield from (f'<a title="href={link}" href="{text}">x</a>', f"<a x={link} href={text}>x</a>", f'<a href\n=\n"\t{text}">x</a>', f'<a href="" href="{text}">x')
    yield from (f'<a xlink:href="{text}">x</a>', f'<a href="&#106;avascript&colon;MARK()">{link}</a>', '<a href="java&Tab;script:MARK()">x</a>')
    yield from (f'<a href="{link}" {attribute}>x</a>' for attribute in ("target=MARK", "ping=//MARK", "download=MARK", "rel=MARK"))
    yield from (f'<a href="{link}"onclick=MARK()>x</a>', f"<a href='{link}'onclick=MARK()>x</a>", f"<a/href={link} onclick=MARK()>x</a>")
    yield from (f'<a onclick=MARK() href="{link}">x</a>', f'<a name="MARK" href="{link}">x</a>', f'<a href="{link}\n" onclick=MARK()>x</a>')


#: Signs with which a program marks the places of what it has set aside, and what it writes behind a number there.
_SIGNS = ("\0", "\x01", "\x02", "\x03", "\ue000", "\uf8ff", "\ufffc", "\ufffd", "@", "@@", "\x1a", "\x1e", "\x1f", "\x7f", "§", "¤", "|", "~", "^", "#", "%", "$", "{", "[", "[[", "{{", "__", "%%", "\ufdd0", "\U000f0000")
_MIRRORED = str.maketrans("[{(<", "]})>")
#: One before the number, and another one behind it.
_BESIDE = (
    *("\ue000\ue001", "\x02\x03", "\x01\x02", "\0\x01", "\x0e\x0f", "\x1e\x1f", "\ue001\ue002", "\ufdd0\ufdd1", "\uf8fe\uf8ff", "\ufff9\ufffb", "\x11\x12"),
    *("\U000f0000\U000f0001", "\u2060\u2061", "\xab\xbb", "\u27e6\u27e7", "\u2983\u2984", "\x1c\x1d", "\x10\x11"),
)


def _places(signs: Sequence[str], numbers: Sequence[str], pairs: Sequence[Sequence[str]] = ()) -> str:
    """All forms that the place of a numbered tag can have with these signs, one behind the other."""
    made = [f"{before}{number}{behind}" for before, behind in pairs for number in numbers]
    made += [f"{sign}{number}{end}" for sign in signs for number in numbers for end in ("", ";", sign, sign[::-1].translate(_MIRRORED), ":", ".", " ", "!")]
    return " ".join(dict.fromkeys(made))


def _carrying() -> str:
    """Signs that are a number of the source and the number of a tag together, as `chr(0xE000 + n)` makes them."""
    numbers = {int(text, 0) for text in re.findall(r"\b(?:0[xX][0-9a-fA-F]{2,6}|[1-9][0-9]{2,6})\b", harness.solution_source())}
    signs = [text for text in evasions.texts() if len(text) == 1 and not text.isascii()]
    first = dict.fromkeys([*map(ord, signs), *sorted(numbers, reverse=True)])
    return "".join(chr(code + more) for code in list(first)[:6] for more in (2, 1, 0) if 0x7F < code < 0xD7FF or 0xE000 <= code < 0x10FFF0)


def _spelled(text: str, form: str) -> str:
    """The text in character references, but for letters and digits: it is not in the source, and in what comes of it."""
    return "".join(sign if sign.isalnum() or sign == " " else form % ord(sign) for sign in text)


def _set_aside(first: str, link: str) -> Iterator[str]:
    """Marks for what is put back later, in texts and addresses, spelled so that a look at the source does not find them."""
    texts = dict.fromkeys([*evasions.texts(), *(text[:1] for text in evasions.texts())])
    own = [sign for sign in texts if 0 < len(sign) < 5 and not re.search(r"[\w <>&\"'/=\\\n\r\t]", sign)]
    # What nobody types is the likeliest.
    own = sorted(own, key=str.isprintable)[:12]
    composed = [sign for sign in placeholders.numbered() if "<" not in sign] + [_carrying()]
    beside = [(one, other) for one, other in itertools.product(own[:6], repeat=2) if one != other]
    for signs, numbers, pairs in ((own, ("2", "1", "0"), beside), (_SIGNS, ("2", "1"), _BESIDE)):
        for form in ("&#%d;", "&#x%x;", "&amp;#%d;"):
            places = _spelled(_places(signs, numbers, pairs) + " ".join(composed), form)
            if link:
                yield f'<a href="{link}{places}">x</a><a href="{link} onclick=MARK() x=">y</a><{first}>z</{first}>'
            yield f"<{first}>x</{first}>{places}<{first} title='{places}'>y</{first}>"
    plain = _places(own, ("1", "0"), beside) + " ".join(composed)
    if link and plain:
        yield f'<a href="{link}{html.escape(plain)}">x</a><a href="{link} onclick=MARK() x=">y</a>'
    for sign in own[:6]:
        yield f'<a href="{link}{_spelled(_places((sign,), ("2",)), "&#%d;")}">x</a><a href="{link} onclick=MARK() x=">y</a>'


def _links(link: str) -> Iterator[str]:
    """The address of a link: another one."""
    yield from (f'<a href="{html.escape(text)}">x</a>' for text in markup.urls(link))


def _others_addresses(link: str) -> Iterator[str]:
    """Addresses that are no code, and none of a web page."""
    yield from (f'<a href="{html.escape(text)}">x</a>' for text in markup.no_websites(link))


def _hidden(first: str) -> Iterator[str]:
    """Elements behind, or within, what is none to some readers."""
    yield from (f"{nothing}{_IMAGE}{end}" for nothing in _NO_ELEMENTS for end in ("", "-->")[: 1 + nothing.startswith("<!--")])
    yield from (f"<!--{_IMAGE}-->", f"<!-- <{first} onclick=MARK()>x --!> {_IMAGE} -->", f"<!--{_IMAGE}", f"<![CDATA[{_IMAGE}]]>", f"<?{_IMAGE}?>")


def _raw(first: str) -> Iterator[str]:
    """Elements within others whose content is text to some readers."""
    yield from (f"<{name}>{_IMAGE}</{name}>" for name in _RAW)
    yield from (f"</script>{_IMAGE}", f"<script>x</scr ipt>{_IMAGE}", f"<script><!--<script></script>{_IMAGE}", "<script>MARK()", "<style>*{x:MARK}")
    for name in _RAW:
        yield from (f"<{name.upper()}>{_IMAGE}</{name}>", f"<{name}><{first} title='</{name}>{_IMAGE}'>", f"<{name}/>{_IMAGE}")
        yield from (f"<{name}><!--</{name}>{_IMAGE}-->", f"<{name}>x</{name} >{_IMAGE}", f"<svg><{name}>{_IMAGE}</{name}></svg>")


def _open(first: str) -> Iterator[str]:
    """What takes in the rest of the page, also where a cut falls into it."""
    for text in _OPEN:
        yield from (f"<{first}>x</{first}>{text}", f"x {text}")
    yield from (f"&lt;{text[1:]}" for text in _OPEN)
