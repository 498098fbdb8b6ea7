import json
from contextlib import contextmanager

import yaml

_STANDARD = "tag:yaml.org,2002:"
_ALLOWED = {None, "!", "!shot", "!act"} | {
    _STANDARD + kind for kind in ("str", "int", "float", "bool", "null", "seq", "map",
                                  "set", "binary", "timestamp", "merge")}


class ShowError(ValueError):
    pass


@contextmanager
def _complaints():
    try:
        yield
    except ShowError:
        raise
    except Exception as error:
        raise ShowError(type(error).__name__) from None


class _Reader:
    """Two passes over every text: first the stream of events, in which every
    tag stands in full, however it was spelt; then the values."""

    class Loader(yaml.SafeLoader):
        inside = 0

    def __init__(self, depth=0):
        if depth > 5:
            raise ShowError("too deep")
        self.depth = depth
        # a loader class of our own, with handlers that know this depth
        self.loader = type("Loader", (self.Loader,), {})
        self.loader.add_constructor("!shot", self.shot)
        self.loader.add_constructor("!act", self.act)

    def shot(self, loader, node):
        if loader.inside:
            raise ShowError("a shot within a shot")
        loader.inside += 1
        try:
            return "shot", loader.construct_mapping(node, deep=True)
        finally:
            loader.inside -= 1

    def act(self, loader, node):
        if loader.inside:
            raise ShowError("an act within a shot")
        return "act", _Reader(self.depth + 1).read(json.loads(loader.construct_scalar(node)))

    def read(self, act):
        name, text = act["name"], act["cues"]
        if not (isinstance(name, str) and isinstance(text, str)):
            raise ShowError("name and cues are strings")
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if getattr(event, "tag", None) not in _ALLOWED:
                raise ShowError("a tag that has no place here")
        # every cue on its own, so that a shot used twice is no shot inside
        loader = self.loader(text)
        try:
            root = loader.get_single_node()
            if not isinstance(root, yaml.SequenceNode) or root.tag != _STANDARD + "seq":
                raise ShowError("cues are a list")
            cues = []
            for node in root.value:
                if node.tag not in (_STANDARD + "str", "!shot", "!act"):
                    raise ShowError("no cue")
                cues.append(loader.construct_document(node))
        finally:
            loader.dispose()
        return name, cues


def read_show(text):
    with _complaints():
        return list(map(_Reader().read, json.loads(text)["acts"]))
