from lxml import etree

PAGE = 20
EXACT = ("title", "place", "singer")


def _literal(text):
    """An XPath 1.0 expression for this very string."""
    if '"' not in text:
        return '"%s"' % text
    if "'" not in text:
        return "'%s'" % text
    return "concat(%s)" % ", '\"', ".join('"%s"' % part for part in text.split('"'))


def _request(query, start, most):
    # lxml escapes what has to be, and raises ValueError for what XML cannot hold
    ask = etree.Element("ask")
    ask.set("from", str(start))
    ask.set("max", str(most))
    etree.SubElement(ask, "query").text = query
    return etree.tostring(ask, encoding="utf-8")


def ask_for(form, page):
    if type(page) is not int or page < 1:
        raise ValueError("page")
    query = '//song[@open="yes"]'
    for field in EXACT:
        text = form.get(field, "")
        if text:
            query += "[%s=%s]" % (field, _literal(text))
    for word in form.get("words", "").split():
        query += "[words[contains(., %s)]]" % _literal(word)
    return _request(query, (page - 1) * PAGE + 1, PAGE)


def ask_by_ids(ids):
    if not ids:
        raise ValueError("no ids")
    # One comparison however many ids there are: a list with a line for each.
    # (Ids are attributes, and so have no line breaks, but may well have blanks.)
    lines = "\n%s\n" % "\n".join(ids)
    query = '//song[@open="yes"][@id][contains(%s, concat("\n", @id, "\n"))]' % _literal(lines)
    return _request(query, 1, len(ids))
