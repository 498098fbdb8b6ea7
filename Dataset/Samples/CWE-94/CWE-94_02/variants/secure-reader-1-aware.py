import re

_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_VALUE = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*(?:\|\s*(upper|lower)\s*)?\}\}")
_IF = re.compile(r"\{%\s*if\s+([A-Za-z_]\w*)\s*%\}")
_ENDIF = re.compile(r"\{%\s*endif\s*%\}")
_CHANGES = {None: str, "upper": str.upper, "lower": str.lower}


def _parse(template):
    """Turn the template into a tree: text, (name, change) or [name, children]."""
    root = []
    stack = [root]
    for piece in _TAG.split(template):
        if not _TAG.fullmatch(piece):
            if "{{" in piece or "{%" in piece:
                raise ValueError("a brace is not closed")
            stack[-1].append(piece)
        elif match := _VALUE.fullmatch(piece):
            stack[-1].append((match[1], match[2]))
        elif match := _IF.fullmatch(piece):
            children = []
            stack[-1].append([match[1], children])
            stack.append(children)
        elif _ENDIF.fullmatch(piece) and len(stack) > 1:
            stack.pop()
        else:
            raise ValueError(f"not allowed in a template: {piece}")
    if len(stack) != 1:
        raise ValueError("an endif is missing")
    return root


def _fill(nodes, member, out):
    for node in nodes:
        if isinstance(node, str):
            out.append(node)
        elif isinstance(node, tuple):
            name, change = node
            out.append(_CHANGES[change](member.get(name, "")))
        elif member.get(node[0]):
            _fill(node[1], member, out)


def circular(template, members):
    tree = _parse(template)
    letters = []
    for member in members:
        out = []
        _fill(tree, member, out)
        letters.append("".join(out))
    return letters
