"""Shows of other firework makers. Strangers write them: nothing here but SafeLoader."""
import ast
import json

import yaml

DEPTH = 6       # the act of the show, and five within each other


class _ShowLoader(yaml.SafeLoader):
    """The safe loader, with the two tags of shows."""

    def shot(self, node):
        if not isinstance(node, yaml.MappingNode):
            raise ValueError("a shot is a mapping")
        mapping = self.construct_mapping(node, deep=True)
        if not all(isinstance(key, str) for key in mapping):
            raise ValueError("the keys of a shot are strings")
        return "shot", mapping

    def act(self, node):
        if not isinstance(node, yaml.ScalarNode):
            raise ValueError("an act is a string")
        return "act", _act(_pasted(node.value), self.depth + 1)


_ShowLoader.add_constructor("!shot", _ShowLoader.shot)
_ShowLoader.add_constructor("!act", _ShowLoader.act)


def _pasted(text):
    """A pasted act. Some paste it with single quotes, as Python prints it: literals only."""
    try:
        return json.loads(text)
    except ValueError:
        try:
            return ast.literal_eval(text.strip())
        except (SyntaxError, TypeError, MemoryError, RecursionError) as error:
            raise ValueError("no act") from error


def _act(value, depth):
    """The tuple of an act: its name and its cues."""
    if not isinstance(value, dict) or "name" not in value \
            or not isinstance(value.get("cues"), str):
        raise ValueError("no act")
    if depth > DEPTH:
        raise ValueError("too many acts within each other")
    return value["name"], _cues(value["cues"], depth)


def _cues(text, depth):
    loader = _ShowLoader(text)
    loader.depth = depth
    try:
        cues = loader.get_single_data()
    except (yaml.YAMLError, RecursionError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"cues: {error}") from error
    finally:
        loader.dispose()
    if not isinstance(cues, list):
        raise ValueError("cues are a list")
    for cue in cues:
        if not isinstance(cue, (str, tuple)):
            raise ValueError("neither a note nor a shot nor an act")
    return cues


def read_show(text):
    show = json.loads(text)
    if not isinstance(show, dict) or not isinstance(show.get("acts"), list):
        raise ValueError("no show")
    return [_act(act, 1) for act in show["acts"]]
