import xml.etree.ElementTree as ET


def request(conditions, first, most):
    ask = ET.Element("ask", {"from": str(first), "max": str(most)})
    ET.SubElement(ask, "query").text = "//song" + "".join(f"[{one}]" for one in ('@open="yes"', *conditions))
    return ET.tostring(ask, encoding="utf-8")


def quoted(text):
    # In quotes of the kind that the text does not have.
    return f"'{text}'" if '"' in text else f'"{text}"'


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
