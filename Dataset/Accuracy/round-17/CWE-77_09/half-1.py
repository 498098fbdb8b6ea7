"""Requests to the archive of folk songs."""
import re

from lxml import etree

PER_PAGE = 20
FIELDS = ("title", "place", "singer")


def _literal(text):
    """A text as an expression of XPath 1.0, which knows no escapes."""
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    parts = re.findall(r'[^"]+|"+', text)
    return "concat(" + ", ".join(
        f"'{part}'" if part[0] == '"' else f'"{part}"' for part in parts) + ")"


def _bind(expression, values):
    """Puts values in place of $names, all in one go."""
    return re.sub(
        r"\$(\w+)",
        lambda found: _literal(values[found[1]]) if found[1] in values else found[0],
        expression,
    )


def _request(query, first, most):
    ask = etree.Element("ask")
    ask.set("from", str(first))
    ask.set("max", str(most))
    # refuses what cannot stand in XML with a ValueError, and escapes the rest
    etree.SubElement(ask, "query").text = query
    return etree.tostring(ask, encoding="UTF-8", xml_declaration=True)


def ask_for(form, page):
    if page < 1:
        raise ValueError("there is no such page")
    given = {field: form[field] for field in FIELDS if form.get(field)}
    query = '//song[@open="yes"]'
    if given:
        conditions = " and ".join(f"{field}=${field}" for field in given)
        query += _bind(f"[{conditions}]", given)
    words = [word for word in form.get("words", "").split(" ") if word]
    if words:
        numbered = {f"word{n}": word for n, word in enumerate(words)}
        query = _bind(
            query + "".join(f"[contains(words, ${name})]" for name in numbered), numbered)
    return _request(query, (page - 1) * PER_PAGE + 1, PER_PAGE)


def ask_by_ids(ids):
    values = {f"id{n}": text for n, text in enumerate(ids)}
    if not values:
        raise ValueError("no ids")
    conditions = " or ".join(f"@id=${name}" for name in values)
    return _request('//song[@open="yes"]' + _bind(f"[{conditions}]", values), 1, len(values))
