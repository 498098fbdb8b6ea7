"""What a browser finds in an SVG drawing that a site delivers: elements, attributes and style sheets that may run code.

    answer = client.get("/drawings/7")
    exploit_if(found := drawings.foreign(answer, ELEMENTS, ATTRIBUTES), found)
"""

from __future__ import annotations

import re
import xml.parsers.expat
from collections.abc import Collection
from typing import Any

from probes import file_types

#: A drawing is read no further: one that refers to itself in turn has no end.
_MOST = 2000


class _Enough(Exception):
    pass


def foreign(source: Any, elements: Collection[str], attributes: Collection[str]) -> list[str]:
    """What is in a drawing besides these elements and attributes, whatever their namespaces, in words.

    `source` is bytes, text, or a web response, in which nothing is found where a browser would not run it: as another
    type than an active one, as a download, with a content security policy that stops scripts. It is read as a browser
    reads XML: entities and default attributes of its own document type count, and so does all before the first error.
    A character set in the header counts more than the one that the document declares.
    """
    data, kind = _opened(source)
    if data is None:
        return []
    if kind and "xml" not in kind:
        return [f"it is opened as {kind}"]
    found: list[str] = []
    data, charset = _decoded(data, kind)
    seen = [0]

    def start(name: str, given: dict[str, str]) -> None:
        seen[0] += 1
        tag = _local(name)
        if tag not in elements:
            found.append(f"an element <{tag}>")
        found.extend(f"an attribute {_local(one)} of <{tag}>" for one in given if _local(one) not in attributes)
        if seen[0] > _MOST:
            raise _Enough

    def instruction(target: str, _: str) -> None:
        if target == "xml-stylesheet" and not seen[0]:
            found.append("a style sheet")

    # Browsers read what is declared to be in an encoding that nobody knows as UTF-8.
    for known in (charset,) if charset else (None, "utf-8"):
        parser = xml.parsers.expat.ParserCreate(known, namespace_separator=" ")
        parser.StartElementHandler, parser.ProcessingInstructionHandler = start, instruction
        try:
            parser.Parse(data, True)
        except LookupError:
            continue
        except (xml.parsers.expat.ExpatError, _Enough, ValueError):
            pass
        break
    return list(dict.fromkeys(found))


def _decoded(data: bytes, kind: str) -> tuple[bytes, str | None]:
    """The document in UTF-8 where the header says which character set it is in; a byte order mark counts more than that."""
    named = re.findall(r"""charset\s*=\s*["']?([^\s"';,]+)""", kind, re.IGNORECASE)
    if not named or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return data, None
    try:
        return data.decode(named[-1], "replace").encode("utf-8", "replace"), "utf-8"
    except (LookupError, ValueError):
        return data, None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _opened(source: Any) -> tuple[bytes | None, str]:
    """The content that a browser opens as part of the site, with its type; nothing if it does not."""
    if isinstance(source, str):
        return source.encode("utf-8", "replace"), ""
    if isinstance(source, (bytes, bytearray)):
        return bytes(source), ""
    if not hasattr(type(source), "get_data") or source.status_code != 200:
        return None, ""
    # Of several headers, browsers take what stands in the last.
    kind = ", ".join(source.headers.getlist("Content-Type"))
    if not file_types.active("", kind):
        return None, ""
    if source.headers.get("Content-Disposition", "").lower().startswith("attachment"):
        return None, ""
    if any(stops_scripts(policy) for policy in source.headers.getlist("Content-Security-Policy")):
        return None, ""
    return source.get_data(), kind


def stops_scripts(policy: str) -> bool:
    """Does a browser run no script at all in what comes with this content security policy?"""
    for one in policy.lower().split(","):
        rules: dict[str, list[str]] = {}
        for rule in one.split(";"):
            if words := rule.split():
                # Of a directive that comes twice, the first counts.
                rules.setdefault(words[0], words[1:])
        sandbox = rules.get("sandbox")
        if rules.get("script-src", rules.get("default-src")) == ["'none'"]:
            return True
        if sandbox is not None and "allow-scripts" not in sandbox:
            return True
    return False
