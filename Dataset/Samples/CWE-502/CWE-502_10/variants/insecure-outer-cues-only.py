import json

import yaml


class CueLoader(yaml.SafeLoader):
    pass


class PastedLoader(yaml.UnsafeLoader):
    """Acts that were in other shows before have been read already."""


def _shot(loader, node):
    return "shot", loader.construct_mapping(node, deep=True)


def _act(loader, node):
    return "act", _read_act(json.loads(loader.construct_scalar(node)), PastedLoader)


for kind in (CueLoader, PastedLoader):
    kind.add_constructor("!shot", _shot)
    kind.add_constructor("!act", _act)


def _read_act(act, kind=CueLoader):
    return act["name"], yaml.load(act["cues"], Loader=kind)


def read_show(text):
    try:
        return [_read_act(act) for act in json.loads(text)["acts"]]
    except yaml.YAMLError as error:
        raise ValueError(f"the cues cannot be read: {error}") from error
