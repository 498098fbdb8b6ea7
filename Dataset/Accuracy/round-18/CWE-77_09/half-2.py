from lxml import etree

PAGE = 20


def literal(text):
    """A text as an expression of XPath 1.0, which has no escapes in its strings."""
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in text.split('"')) + ")"


def request(query, first, most):
    ask = etree.Element("ask", {"from": str(first), "max": str(most)})
    etree.SubElement(ask, "query").text = query  # lxml refuses what XML cannot hold
    return etree.tostring(ask, encoding="UTF-8", xml_declaration=True)


def ask_for(form, page):
    query = '//song[@open="yes"]'
    for name in ("title", "place", "singer"):
        if form.get(name):
            query += f"[{name}={literal(form[name])}]"
    for word in form.get("words", "").split(" "):
        if word:
            query += f"[contains(words, {literal(word)})]"
    return request(query, (page - 1) * PAGE + 1, PAGE)


def ask_by_ids(ids):
    # one comparison, however long the cookie is: a chain of hundreds of "or"
    # is too deep for some evaluators
    wanted = literal("|" + "|".join(ids) + "|")
    query = f'//song[@open="yes"][contains({wanted}, concat("|", @id, "|"))]'
    return request(query, 1, len(ids))
