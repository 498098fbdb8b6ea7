import re
from xml.sax.saxutils import escape

PAGE = 20

# what is asked for a field, {field} stands for the text
CONDITIONS = {
    "title": "[title={title}]",
    "place": "[place={place}]",
    "singer": "[singer={singer}]",
}
SONGS = '//song[@open="yes"]'

# signs that no XML document can hold
_BAD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _literal(text):
    """The text as an XPath expression that is nothing but this text."""
    if _BAD.search(text):
        raise ValueError("a sign that cannot be asked for")
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    parts = text.split('"')
    return "concat(" + ", '\"', ".join(f'"{part}"' for part in parts) + ")"


def _request(query, first, most):
    # escape() makes the query text of the XML document
    body = escape(query, {"\r": "&#13;"})
    return f'<ask from="{first:d}" max="{most:d}"><query>{body}</query></ask>'.encode("utf-8")


def ask_for(form, page):
    if isinstance(page, bool) or not isinstance(page, int) or page < 1:
        raise ValueError("no such page")
    fields = [name for name in CONDITIONS if form.get(name)]
    query = SONGS + "".join(CONDITIONS[name] for name in fields)
    for name in fields:
        query = query.replace("{" + name + "}", _literal(form[name]))
    for word in form.get("words", "").split(" "):
        if word:
            query += f"[contains(words, {_literal(word)})]"
    return _request(query, (page - 1) * PAGE + 1, PAGE)


def ask_by_ids(ids):
    if not ids:
        raise ValueError("no ids")
    wanted = " or ".join(f"@id={_literal(text)}" for text in ids)
    return _request(f"{SONGS}[{wanted}]", 1, len(ids))
