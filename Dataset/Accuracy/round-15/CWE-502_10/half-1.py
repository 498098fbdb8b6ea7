"""Fireworks: reading shows that strangers have sent."""
import datetime
import json

import yaml

DEEPEST = 5     # acts within each other
SCALARS = (str, int, float, bool, type(None), bytes,
           datetime.date, datetime.datetime)


class Shot:
    def __init__(self, mapping):
        self.mapping = mapping


class Act:
    def __init__(self, text):
        self.text = text


class CueLoader(yaml.SafeLoader):
    """PyYAML's safe loader, which knows no tag of Python's and refuses those
    that it does not know, with the two tags of the makers."""

    def construct_shot(self, node):
        return Shot(self.construct_mapping(node, deep=True))

    def construct_act(self, node):
        if not isinstance(node, yaml.ScalarNode):
            raise ValueError("an act is a string")
        return Act(node.value)


CueLoader.add_constructor("!shot", CueLoader.construct_shot)
CueLoader.add_constructor("!act", CueLoader.construct_act)


def check_plain(value):
    """There may be nothing in a shot but plain values."""
    if type(value) in SCALARS:
        return
    if type(value) in (list, set):
        for item in value:
            check_plain(item)
    elif type(value) is dict:
        for key, item in value.items():
            check_plain(key)
            check_plain(item)
    else:
        raise ValueError("a value of a kind that has no place in a show")


def read_cue(cue, depth):
    if type(cue) is str:
        return cue
    if isinstance(cue, Shot):
        check_plain(cue.mapping)
        return ("shot", cue.mapping)
    if isinstance(cue, Act):
        if depth >= DEEPEST:
            raise ValueError("too many acts within each other")
        return ("act", read_act(json.loads(cue.text), depth + 1))
    raise ValueError("a cue is a note, a shot or an act")


def read_act(act, depth):
    if not isinstance(act, dict) or not all(
            isinstance(act.get(key), str) for key in ("name", "cues")):
        raise ValueError("an act has a name and cues")
    cues = yaml.load(act["cues"], Loader=CueLoader)
    if type(cues) is not list:
        raise ValueError("cues are a list")
    return (act["name"], [read_cue(cue, depth) for cue in cues])


def read_show(text):
    try:
        show = json.loads(text)
        if not isinstance(show, dict) or not isinstance(show.get("acts"), list):
            raise ValueError("a show has acts")
        return [read_act(act, 0) for act in show["acts"]]
    except (yaml.YAMLError, LookupError, TypeError, AttributeError,
            ArithmeticError, RecursionError) as error:
        raise ValueError(f"no proper show: {error}") from error
