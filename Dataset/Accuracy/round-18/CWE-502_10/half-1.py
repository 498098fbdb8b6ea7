import datetime
import json

import yaml

# What a shot may hold: exactly these types, no class derived from one of them.
_PLAIN = {str, int, float, bool, type(None), bytes, datetime.date, datetime.datetime}


class _Shot:
    def __init__(self, mapping):
        self.mapping = mapping


class _Act:
    def __init__(self, text):
        self.text = text


class _Loader(yaml.FullLoader):
    """The full YAML language, without what runs anything (that is UnsafeLoader)."""


_Loader.add_constructor("!shot", lambda loader, node: _Shot(loader.construct_mapping(node, deep=True)))
_Loader.add_constructor("!act", lambda loader, node: _Act(loader.construct_scalar(node)))


def _check(value, above=()):
    """Nothing but plain values may come out, whatever a tag has asked for."""
    kind = type(value)
    if kind in _PLAIN:
        return
    if id(value) in above:
        raise ValueError("a value is in itself")
    above += (id(value),)
    if kind is dict:
        for key, inner in value.items():
            _check(key, above)
            _check(inner, above)
    elif kind in (list, set):
        for inner in value:
            _check(inner, above)
    else:
        raise ValueError(f"a {kind.__name__} is nothing for a shot")


def _read_cue(cue):
    if type(cue) is str:
        return cue
    if type(cue) is _Shot:
        _check(cue.mapping)
        return "shot", cue.mapping
    if type(cue) is _Act:
        return "act", _read_act(json.loads(cue.text))
    raise ValueError("no cue")


def _read_act(act):
    if not isinstance(act, dict):
        raise ValueError("an act is an object")
    name, cues = act.get("name"), act.get("cues")
    if not isinstance(name, str) or not isinstance(cues, str):
        raise ValueError("an act has a name and cues")
    cues = yaml.load(cues, Loader=_Loader)
    if type(cues) is not list:
        raise ValueError("the cues are a list")
    return name, [_read_cue(cue) for cue in cues]


def read_show(text):
    try:
        show = json.loads(text)
        if not isinstance(show, dict) or not isinstance(show.get("acts"), list):
            raise ValueError("a show has acts")
        return [_read_act(act) for act in show["acts"]]
    except (yaml.YAMLError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError) as error:
        raise ValueError(f"no show: {error}") from error
