from lxml import etree

PAGE = 20


def _literal(text):
    """The text as an expression of XPath 1.0, which knows no escapes within quotes."""
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in text.split('"')) + ")"


def _request(conditions, start, most):
    ask = etree.Element("ask", {"from": str(start), "max": str(most)})
    etree.SubElement(ask, "query").text = '//song[@open="yes"]' + "".join(f"[{c}]" for c in conditions)
    return etree.tostring(ask, encoding="utf-8")


def ask_for(form, page):
    if page < 1:
        raise ValueError("pages begin with 1")
    conditions = [f"{field}={_literal(form[field])}" for field in ("title", "place", "singer") if form.get(field)]
    conditions += [f"contains(words, {_literal(word)})" for word in form.get("words", "").split()]
    return _request(conditions, (page - 1) * PAGE + 1, PAGE)


def ask_by_ids(ids):
    # One comparison with a list, a line for each id, instead of a long row of "or", which the database
    # evaluates recursively and gives up when there are thousands.
    lines = "\n" + "".join(text + "\n" for text in ids if text)
    return _request([f'contains({_literal(lines)}, concat("\n", @id, "\n"))'], 1, len(ids))
