"""A scanner by hand (no regular expressions) builds a tree of frozen nodes; the tree writes itself."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    text: str

    def write(self, member, out):
        out.append(self.text)


@dataclass(frozen=True)
class Place:
    name: str
    form: str

    def write(self, member, out):
        text = member.get(self.name, "")
        match self.form:
            case "upper":
                text = text.upper()
            case "lower":
                text = text.lower()
        out.append(text)


@dataclass
class Block:
    condition: str | None = None
    inside: list = field(default_factory=list)

    def write(self, member, out):
        # iteratively, because conditions can be nested as deeply as somebody likes
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if not isinstance(node, Block):
                node.write(member, out)
            elif node.condition is None or member.get(node.condition):
                waiting.extend(reversed(node.inside))


def _name(text):
    if not text.isidentifier():
        raise ValueError(f"{text!r} is not the name of a particular")
    return text


def _place(inner):
    name, bar, form = inner.partition("|")
    form = form.strip()
    if bar and form not in ("upper", "lower"):
        raise ValueError(f"{form!r} is neither upper nor lower")
    return Place(_name(name.strip()), form)


def _tree(template):
    stack = [Block()]
    position = 0
    while True:
        starts = [(template.find(opening, position), opening, closing)
                  for opening, closing in (("{{", "}}"), ("{%", "%}"))]
        starts = sorted(s for s in starts if s[0] >= 0 and template.find(s[2], s[0] + 2) >= 0)
        if not starts:
            break
        start, opening, closing = starts[0]
        end = template.index(closing, start + 2)
        stack[-1].inside.append(Text(template[position:start]))
        inner = template[start + 2:end]
        position = end + 2
        if opening == "{{":
            stack[-1].inside.append(_place(inner))
            continue
        words = inner.split()
        if words == ["endif"] and len(stack) > 1:
            stack.pop()
        elif len(words) == 2 and words[0] == "if":
            block = Block(_name(words[1]))
            stack[-1].inside.append(block)
            stack.append(block)
        else:
            raise ValueError(f"{inner!r} is no tag of ours")
    if len(stack) > 1:
        raise ValueError("a condition does not end")
    stack[0].inside.append(Text(template[position:]))
    return stack[0]


def circular(template, members):
    tree = _tree(template)

    def letter(member):
        out = []
        tree.write(member, out)
        return "".join(out)

    return list(map(letter, members))
