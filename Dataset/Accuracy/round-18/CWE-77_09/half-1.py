from lxml import etree

PAGE = 20
CONDITIONS = {
    "title": "[title={title}]",
    "place": "[place={place}]",
    "singer": "[singer={singer}]",
}


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
    fields = {name: form[name] for name in CONDITIONS if form.get(name)}
    query = '//song[@open="yes"]' + "".join(CONDITIONS[name] for name in fields)
    for name, value in fields.items():
        query = query.replace("{" + name + "}", literal(value))
    for word in form.get("words", "").split(" "):
        if word:
            query += f"[contains(words, {literal(word)})]"
    return request(query, (page - 1) * PAGE + 1, PAGE)


def ask_by_ids(ids):
    same = " or ".join("@id=" + literal(text) for text in ids)
    return request(f'//song[@open="yes"][{same}]', 1, len(ids))
