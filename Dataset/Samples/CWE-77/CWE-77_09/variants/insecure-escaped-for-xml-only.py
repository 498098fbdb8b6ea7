from xml.sax.saxutils import escape


def request(conditions, first, most):
    query = "//song" + "".join(f"[{one}]" for one in ('@open="yes"', *conditions))
    return f'<ask from="{first}" max="{most}"><query>{query}</query></ask>'.encode()


def quoted(text):
    return '"' + escape(text, {'"': "&quot;", "'": "&apos;"}) + '"'


def ask_for(form, page):
    conditions = []
    for name in ("title", "place", "singer"):
        if form.get(name):
            conditions.append(f"{name}={quoted(form[name])}")
    for word in form.get("words", "").split():
        conditions.append(f"contains(words, {quoted(word)})")
    return request(conditions, 20 * (page - 1) + 1, 20)


def ask_by_ids(ids):
    return request([" or ".join(f"@id={quoted(one)}" for one in ids)], 1, len(ids))
