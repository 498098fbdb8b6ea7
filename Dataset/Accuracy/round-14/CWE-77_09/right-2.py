"""The request is written by hand: every sign of the query that is not a letter or digit of ASCII stands as a number."""
import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Unaskable(ValueError):
    pass


def _quoted(text):
    if _NOT_XML.search(text):
        raise Unaskable("XML cannot hold this text")
    if '"' not in text:
        return '"%s"' % text
    # A sign that the text has not stands for the quote; the database puts it back.
    stand_in = next(chr(n) for n in range(0xe000, 0xf8ff) if chr(n) not in text)
    return "translate(\"%s\", '%s', '\"')" % (text.replace('"', stand_in), stand_in)


def _numbers(query):
    return "".join(c if c.isascii() and c.isalnum() else "&#x%x;" % ord(c) for c in query).encode("ascii")


def _request(query, first, most):
    return b'<?xml version="1.0" encoding="UTF-8"?>\n<ask from="%d" max="%d">\n<query>%s</query>\n</ask>' % (
        first, most, _numbers(query))


def ask_for(form, page):
    if page < 1:
        raise Unaskable("no such page")
    query = '//song[@open="yes"]'
    for key in filter(form.get, ("title", "place", "singer", "words")):
        match key:
            case "words":
                for word in re.findall(r"\S+", form[key]):
                    query += "[contains(words, %s)]" % _quoted(word)
            case _:
                query += "[%s=%s]" % (key, _quoted(form[key]))
    return _request(query, page * 20 - 19, 20)


def ask_by_ids(ids):
    paths = ['//song[@open="yes"][@id=%s]' % text for text in dict.fromkeys(map(_quoted, ids))]
    return _request(" | ".join(paths), 1, len(ids))
