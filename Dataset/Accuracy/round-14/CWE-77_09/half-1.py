from lxml import etree

PAGE = 20
FIELDS = ("title", "place", "singer")


def _literal(text):
    """The text as an expression of XPath 1.0, which knows no escapes within quotes."""
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in text.split('"')) + ")"


def _fill(query, texts):
    """Puts the texts, as literals, in the place of $NAME."""
    for name, text in texts.items():
        query = query.replace(f"${name}", _literal(text))
    return query


def _request(query, start, most):
    ask = etree.Element("ask", {"from": str(start), "max": str(most)})
    etree.SubElement(ask, "query").text = query  # a ValueError for what XML cannot hold
    return etree.tostring(ask, encoding="utf-8")


def ask_for(form, page):
    if page < 1:
        raise ValueError("pages begin with 1")
    query = '//song[@open="yes"]'
    texts = {}
    for field in FIELDS:
        if form.get(field):
            query += f"[{field}=${field}]"
            texts[field] = form[field]
    for number, word in enumerate(form.get("words", "").split()):
        query += f"[contains(words, $word{number}_)]"
        texts[f"word{number}_"] = word
    return _request(_fill(query, texts), (page - 1) * PAGE + 1, PAGE)


def ask_by_ids(ids):
    texts = {f"id{number}_": text for number, text in enumerate(ids)}
    query = '//song[@open="yes"][' + " or ".join(f"@id=${name}" for name in texts) + "]"
    return _request(_fill(query, texts), 1, len(ids))
