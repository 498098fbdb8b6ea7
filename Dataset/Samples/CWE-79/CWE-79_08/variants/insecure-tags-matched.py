"""Takes out with patterns what is not allowed, once."""
import re
from html import unescape

KEPT = "p|br|b|i|em|strong|ul|ol|li|a"
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^>]*|/)?)>")


def description(source):
    source = re.sub(r"(?is)<(script|style)\b.*?</\1>|<!--.*?-->", "", source)
    opened = []

    def tag(found):
        end, name, rest = found[1], found[2].lower(), found[3]
        if name not in KEPT.split("|"):
            return ""
        if name != "a":
            return f"<{end}{name}>"
        if end:
            return "</a>" if opened and opened.pop() else ""
        href = re.search(r"""(?i)\shref\s*=\s*(?:"(.*?)"|'(.*?)'|(\S+))""", rest)
        address = next(filter(None, href.groups()), "") if href else ""
        opened.append(address.startswith(("http://", "https://")))
        return f'<a href="{address}">' if opened[-1] else ""

    return TAG.sub(tag, source)


def teaser(source, letters):
    parts = re.split(r"(<[^<>]*>)", description(source))
    made, tags, left = [], [], letters
    for number, part in enumerate(parts):
        if part.startswith("<") and part.endswith(">"):
            name = re.split(r"[\s>]", part[1:])[0]
            if name.startswith("/"):
                del tags[-1:]
            elif name != "br":
                tags.append(name)
            made.append(part)
            continue
        text = re.findall(r"&#?\w+;|.", part, re.DOTALL)
        if len(text) > left:
            made += ["".join(text[:left]), "…", *(f"</{name}>" for name in reversed(tags))]
            break
        left -= len(text)
        made.append(part)
    return "".join(made)
