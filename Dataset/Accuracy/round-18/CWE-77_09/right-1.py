"""Requests to the archive. Strings are written with the apostrophe as the usual quote."""
import io
import re
from lxml import etree

_XML = re.compile(r"[\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]*")


class CannotAsk(ValueError):
    pass


class Text:
    """A visitor's text; str() gives the XPath expression which has it as value."""

    def __init__(self, value):
        if not isinstance(value, str) or not _XML.fullmatch(value):
            raise CannotAsk(value)
        self.value = value

    def __str__(self):
        runs = re.findall(r"[^']+|'+", self.value)
        quoted = ['"%s"' % r if r[0] == "'" else "'%s'" % r for r in runs]
        return "concat('', %s)" % ", ".join(quoted) if len(quoted) > 1 else (quoted or ["''"])[0]


class Songs:
    def __init__(self):
        self.steps = ["/descendant::song", "[@open = 'yes']"]

    def where(self, form, *values):
        self.steps.append("[" + form % tuple(str(Text(v)) for v in values) + "]")
        return self

    def written(self, first, most):
        out = io.BytesIO()
        with etree.xmlfile(out, encoding="utf-8") as xf:
            with xf.element("ask", {"max": "%d" % most, "from": "%d" % first}):
                with xf.element("query"):
                    xf.write("".join(self.steps))
        return out.getvalue()


def ask_for(form, page):
    songs = Songs()
    for key in "singer", "place", "title":
        if form.get(key):
            songs.where("child::" + key + "[string() = %s]", form[key])
    for word in filter(None, (form.get("words") or "").split(" ")):
        songs.where("child::words[contains(., %s)]", word)
    return songs.written(20 * page - 19, 20)


def ask_by_ids(ids):
    # a union instead of "or": the song itself, if it has this id or that one
    tests = " | ".join("self::node()[@id = %s]" for _ in ids)
    return Songs().where(tests, *ids).written(1, len(ids))
