"""Circular letters. A template is turned into format strings, whose fields are looked up among the
particulars only: neither attributes nor indexes are followed."""

import re
import string

_NAME = re.compile(r"[^\W\d]\w*")
_TAG = re.compile(r"\{\{(?!\{)(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)
_FILTERS = {"": str, "upper": str.upper, "lower": str.lower}


class _Particulars(string.Formatter):
    """Fills in fields of the form `name` or `name|filter`."""

    def split(self, field):
        name, bar, filter_ = (part.strip() for part in field.partition("|"))
        if not _NAME.fullmatch(name) or bool(bar) != bool(filter_) or filter_ not in _FILTERS:
            raise ValueError(f"no placeholder: {field}")
        return name, _FILTERS[filter_]

    def get_field(self, field_name, args, kwargs):
        # Instead of Python's own way, which would follow dots and brackets.
        name, filter_ = self.split(field_name)
        return filter_(kwargs.get(name, "")), name

    def check(self, text):
        for _, field, _, _ in self.parse(text):
            if field is not None:
                self.split(field)


_FORMATTER = _Particulars()


def _escape(text):
    return text.replace("{", "{{").replace("}", "}}")


class _Block:
    """Text with placeholders, and further blocks; kept if the particular `name` is there."""

    def __init__(self, name=None):
        self.name = name
        self.parts = [""]

    def text(self, piece):
        if not isinstance(self.parts[-1], str):
            self.parts.append("")
        self.parts[-1] += piece

    def placeholder(self, inner):
        if "{" in inner or "}" in inner:
            raise ValueError(f"no placeholder: {inner}")
        field = "{" + inner.strip() + "}"
        _FORMATTER.check(field)
        self.text(field)

    def fill(self, member):
        if self.name is not None and not member.get(self.name):
            return ""
        return "".join(
            _FORMATTER.vformat(part, (), member) if isinstance(part, str) else part.fill(member)
            for part in self.parts
        )


def _compile(template):
    blocks = [_Block()]
    at = 0
    for tag in _TAG.finditer(template):
        blocks[-1].text(_escape(template[at:tag.start()]))
        at = tag.end()
        if tag[1] is not None:
            blocks[-1].placeholder(tag[1])
            continue
        words = tag[2].split()
        if words == ["endif"] and len(blocks) > 1:
            blocks.pop()
        elif len(words) == 2 and words[0] == "if" and _NAME.fullmatch(words[1]):
            block = _Block(words[1])
            blocks[-1].parts.append(block)
            blocks.append(block)
        else:
            raise ValueError(f"unknown tag: {tag[0]}")
    if len(blocks) > 1:
        raise ValueError("an if without an endif")
    blocks[0].text(_escape(template[at:]))
    return blocks[0]


def circular(template, members):
    letter = _compile(template)
    return [letter.fill(member) for member in members]
