"""The forms of a page, with what a browser would send for each."""

from __future__ import annotations

from dataclasses import dataclass, field

from probes.html import Element, Page

_NOT_SENT = {"submit", "button", "image", "reset", "file"}


@dataclass
class FormData:
    """A form: where it goes, how, its fields with their values, and its buttons."""

    element: Element
    action: str
    method: str
    enctype: str
    fields: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    buttons: list[Element] = field(default_factory=list)


def forms(page: Page) -> list[FormData]:
    """All forms of a page, in order."""
    return [_read(page, element) for element in page.find_all("form")]


def _read(page: Page, form: Element) -> FormData:
    given = form.attributes
    data = FormData(
        form,
        given.get("action", ""),
        given.get("method", "get").strip().upper() or "GET",
        given.get("enctype", "application/x-www-form-urlencoded").strip().lower(),
    )
    for element in page.elements:
        if _belongs(element, form) and "disabled" not in element.attributes:
            _add(page, element, data)
    return data


def _belongs(element: Element, form: Element) -> bool:
    owner = element.attributes.get("form")
    if owner is not None:
        return owner == form.attributes.get("id")
    return next((parent for parent in element.around if parent.tag == "form"), None) is form


def _add(page: Page, element: Element, data: FormData) -> None:
    given = element.attributes
    name = given.get("name", "")
    kind = given.get("type", "").strip().lower()
    if element.tag == "button" or (element.tag == "input" and kind in ("submit", "image")):
        if kind not in ("button", "reset"):
            data.buttons.append(element)
    elif not name:
        return
    elif element.tag == "textarea":
        data.fields[name] = element.text.removeprefix("\n")
    elif element.tag == "select":
        options = [one for one in page.find_all("option") if any(parent is element for parent in one.around)]
        chosen = [one for one in options if "selected" in one.attributes] or options[:1]
        for option in chosen:
            data.fields[name] = option.attributes.get("value", option.text.strip())
    elif element.tag == "input" and kind == "file":
        data.files.append(name)
    elif element.tag == "input" and kind in ("checkbox", "radio"):
        if "checked" in given:
            data.fields[name] = given.get("value", "on")
    elif element.tag == "input" and kind not in _NOT_SENT:
        data.fields[name] = given.get("value", "")
