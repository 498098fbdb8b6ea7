"""Query and XML by hand, each made ready for its own reader, the inner one first."""
from xml.sax.saxutils import escape


def literal(text):
    for quote in "\"'":
        if quote not in text:
            return quote + text + quote
    pieces, rest = [], text
    while rest:
        quote = "'" if rest[0] == '"' else '"'
        piece = rest.split(quote)[0]
        pieces.append(quote + piece + quote)
        rest = rest[len(piece) :]
    return f"concat({','.join(pieces)})"


def document(query, start, count):
    text = f'<?xml version="1.0" encoding="UTF-8"?><ask from="{start:d}" max="{count:d}"><query>{escape(query)}</query></ask>'
    # XML has no words for control characters; these would only be turned away by the database.
    if any(sign < " " and sign not in "\n\t" for sign in text):
        raise ValueError("control character")
    return text.encode("utf-8")


def ask_for(form, page):
    tests = [f"{key} = {literal(form[key])}" for key in ("title", "place", "singer") if form.get(key, "") != ""]
    tests += [f"contains(words, {literal(word)})" for word in form.get("words", "").split(" ") if word]
    return document(" and ".join(["//song[@open='yes'", *tests]) + "]", page * 20 - 19, 20)


def ask_by_ids(ids):
    return document(f"//song[@open='yes' and ({' or '.join('@id = ' + literal(one) for one in ids)})]", 1, len(ids))
