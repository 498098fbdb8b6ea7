import json

import yaml

# All tags that there may be.  They are looked at in the text itself, before
# anything is made of it; other handles and whole addresses (!<...>) are refused.
_OWN = {"shot", "act"}
_STANDARD = {"null", "bool", "int", "float", "binary", "timestamp", "set", "str", "seq", "map"}


class _Shot(tuple):
    pass


class _Act(tuple):
    pass


class _Loader(yaml.FullLoader):
    def construct_shot(self, node):
        return _Shot(("shot", self.construct_mapping(node, deep=True)))

    def construct_act(self, node):
        return _Act(("act", _read_act(json.loads(self.construct_scalar(node)))))


_Loader.add_constructor("!shot", _Loader.construct_shot)
_Loader.add_constructor("!act", _Loader.construct_act)


def _check_tags(text):
    for token in yaml.scan(text, Loader=_Loader):
        if not isinstance(token, yaml.TagToken):
            continue
        handle, name = token.value
        if handle == "!" and name in _OWN:
            continue
        if handle == "!!" and name in _STANDARD:
            continue
        if handle is None and name == "!":  # the one that means a plain string
            continue
        raise ValueError(f"the tag {name} is not for shows")


def _check_values(values, above=()):
    """Cues stand in the list of cues only."""
    if id(values) in above:
        raise ValueError("a list is in itself")
    for value in values:
        if isinstance(value, (dict, list, tuple)):
            if isinstance(value, tuple):
                raise ValueError("a cue in a shot")
            inner = value.values() if isinstance(value, dict) else value
            _check_values(inner, above + (id(values),))


def _read_cue(cue):
    if isinstance(cue, str):
        return cue
    if isinstance(cue, _Shot):
        _check_values(cue[1].values())
        return tuple(cue)
    if isinstance(cue, _Act):
        return tuple(cue)
    raise ValueError("no cue")


def _read_act(act):
    if not isinstance(act, dict):
        raise ValueError("an act is an object")
    name, cues = act.get("name"), act.get("cues")
    if not isinstance(name, str) or not isinstance(cues, str):
        raise ValueError("an act has a name and cues")
    _check_tags(cues)
    cues = yaml.load(cues, Loader=_Loader)
    if not isinstance(cues, list):
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
