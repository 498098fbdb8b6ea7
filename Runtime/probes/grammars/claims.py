"""Documents in which a name stands more than once: a parser finds one value, and who only looks for the name another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def read_twice(claims: Mapping[str, Any], name: str, other: str) -> dict[str, str]:
    """Way → JSON text of these claims, in which a careless look finds the name with the value `other`.

    `json.loads` finds, beside others of no meaning, just the claims. They have the name themselves, with a text.
    """
    own, rest = claims[name], {key: value for key, value in claims.items() if key != name}
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in name[:1]) + name[1:]
    said, key = json.dumps(other), json.dumps(name)
    last = f"{key}: {json.dumps(own)}"
    first, behind = f"{key}: {said}", "".join(f", {json.dumps(key)}: {json.dumps(value)}" for key, value in rest.items())
    mine = json.dumps(own)
    texts = {
        "within another": f'{{"note": {{{first}}}, {last}{behind}}}',
        "twice": f"{{{first}, {last}{behind}}}",
        "twice, the other with an escape": f'{{{first}, "{escaped}": {mine}{behind}}}',
        "within another, and with an escape": f'{{"note": {{{first}}}, "{escaped}": {mine}{behind}}}',
        "with an escape, and within another behind it": f'{{"{escaped}": {mine}{behind}, "note": {{{first}}}}}',
        "within another behind it": f'{{{last}{behind}, "note": {{{first}}}}}',
        "within a list": f'{{"note": [{{{first}}}], {last}{behind}}}',
        "within a list behind it": f'{{{last}{behind}, "note": [[{{{first}}}]]}}',
        "twice, with breaks": f"{{\n {key}\n :\n {said}\n,\n {key}\t:\t{mine}{behind}}}",
        "far apart": f"{{{first}{behind}, {last}}}",
        "within a text": f'{{"note": {json.dumps(f"{{{first}}}")}, {last}{behind}}}',
        "within a text behind it": f'{{{last}{behind}, "note": {json.dumps(f",{first}")}}}',
        "in plain words": f'{{"note": {json.dumps(f"{name}: {other}, {name}={other}")}, {last}{behind}}}',
        "in plain words behind it": f'{{{last}{behind}, "note": {json.dumps(f"{name}: {other}, {name}={other}")}}}',
        "with a name of its own": f'{{"name": {key}, "value": {said}, {last}{behind}}}',
        "in capital letters": f"{{{json.dumps(name.upper())}: {said}, {last}{behind}}}",
        "in capital letters behind it": f"{{{last}{behind}, {json.dumps(name.title())}: {said}}}",
        "with a blank": f"{{{json.dumps(name + ' ')}: {said}, {last}{behind}, {json.dumps(' ' + name)}: {said}}}",
        "as the end of a name": f"{{{json.dumps('x' + name)}: {said}, {last}{behind}, {json.dumps('x.' + name)}: {said}}}",
        "as the beginning of a name": f"{{{json.dumps(name + 'uer')}: {said}, {last}{behind}}}",
        "thrice": f"{{{last}, {first}, {last}{behind}}}",
    }
    return {way: text for way, text in texts.items() if all(json.loads(text)[key] == claims[key] for key in claims)}
