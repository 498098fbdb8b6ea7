import unicodedata
import xml.etree.ElementTree as ET


def request(conditions, first, most):
    ask = ET.Element("ask", {"from": str(first), "max": str(most)})
    ET.SubElement(ask, "query").text = "//song" + "".join(f"[{one}]" for one in ('@open="yes"', *conditions))
    return ET.tostring(ask, encoding="utf-8")


def quoted(text):
    """XPath 1.0 has no way to write a quote within quotes of its kind: such a text is put together."""
    if any(ord(sign) < 32 and sign not in "\t\n\r" or 0xD7FF < ord(sign) < 0xE000 or sign in "\ufffe\uffff" for sign in text):
        raise ValueError("XML cannot hold this text")
    if '"' in text:
        raise ValueError("no quotes, please")
    # The archive's texts are in this form.
    return '"' + unicodedata.normalize("NFKC", text) + '"'


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
