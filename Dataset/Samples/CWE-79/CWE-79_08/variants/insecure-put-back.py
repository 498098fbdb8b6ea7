"""Escapes everything and puts back the tags that are allowed, with whatever an address holds."""
import html
import re

SIMPLE = re.compile(r"&lt;(/?)(p|br|b|i|em|strong|ul|ol|li)(?:\s.*?|/)?&gt;", re.IGNORECASE | re.DOTALL)
LINK = re.compile(r"&lt;a\s(?:(?!&gt;).)*?href\s*=\s*(&quot;|&#x27;)(https?://.*?)\1(?:(?!&gt;).)*&gt;(.*?)&lt;/a&gt;", re.IGNORECASE | re.DOTALL)


def description(source):
    source = re.sub(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->", "", source)
    text = html.escape(source).replace("&amp;", "&")
    text = re.sub(r"&(?!#?\w+;)", "&amp;", text)
    text = LINK.sub(lambda found: f'<a href="{html.unescape(html.unescape(found[2]))}">{found[3]}</a>', text)
    text = SIMPLE.sub(lambda found: f"<{found[1]}{found[2].lower()}>", text)
    return re.sub(r"(?s)&lt;/?[a-zA-Z](?:(?!&gt;).)*&gt;", "", text)


def teaser(source, letters):
    made, tags, count = [], [], 0
    for piece in re.findall(r"<[^>]*>|&#?\w+;|.", description(source), re.DOTALL):
        if piece.startswith("<") and len(piece) > 1:
            name = re.match(r"</?(\w+)", piece)[1]
            if piece.startswith("</"):
                del tags[-1:]
            elif name != "br":
                tags.append(name)
        elif count == letters:
            return "".join([*made, "…", *(f"</{name}>" for name in reversed(tags))])
        else:
            count += 1
        made.append(piece)
    return "".join(made)
