import re
from xml.sax.saxutils import escape

CONDITIONS = {
    "title": "[title={title}]",
    "place": "[place={place}]",
    "singer": "[singer={singer}]",
}
# what XML 1.0 cannot hold
IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def literal(text):
    if IMPOSSIBLE.search(text):
        raise ValueError("cannot be asked for: %r" % text)
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    # no quote can stand in quotes of its kind, so the text is put together
    pieces = re.findall('[^"]+|"+', text)
    return "concat(" + ", ".join(f"'{p}'" if p[0] == '"' else f'"{p}"' for p in pieces) + ")"


def bind(query, values):
    """Puts the values, as literals, in the places of their names."""
    for name, text in values.items():
        query = query.replace("{" + name + "}", literal(text))
    return query


def request(query, values, first, most):
    text = escape(bind(query, values), {"\r": "&#13;"})
    return f'<ask from="{first:d}" max="{most:d}"><query>{text}</query></ask>'.encode("utf-8")


def ask_for(form, page):
    if not isinstance(page, int) or page < 1:
        raise ValueError("no such page")
    query, values = '//song[@open="yes"]', {}
    for field, condition in CONDITIONS.items():
        if form.get(field):
            query += condition
            values[field] = form[field]
    for number, word in enumerate(form.get("words", "").split()):
        query += "[words[contains(., {word%d})]]" % number
        values["word%d" % number] = word
    return request(query, values, 20 * (page - 1) + 1, 20)


def ask_by_ids(ids):
    if not ids:
        raise ValueError("nothing to ask for")
    values = {"id%d" % number: text for number, text in enumerate(ids)}
    query = '//song[@open="yes"][%s]' % " or ".join("@id={%s}" % name for name in values)
    return request(query, values, 1, len(ids))
