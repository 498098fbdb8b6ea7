import json

import yaml


class SafeCues(yaml.SafeLoader):
    pass


def _shot(loader, node):
    return "shot", loader.construct_mapping(node, deep=True)


def _act(loader, node):
    return "act", _read_act(json.loads(loader.construct_scalar(node)))


SafeCues.add_constructor("!shot", _shot)
SafeCues.add_constructor("!act", _act)


def _read_act(act):
    return act["name"], yaml.load(act["cues"], Loader=SafeCues)


def read_show(text):
    try:
        return [_read_act(act) for act in json.loads(text)["acts"]]
    except yaml.YAMLError as error:
        raise ValueError(f"the cues cannot be read: {error}") from error
