import json

import yaml

PLAIN = yaml.SafeLoader


class Reader:
    """Composes the cues to nodes, and makes values of them by itself."""

    def __init__(self, cues):
        self.loader = PLAIN(cues)

    def cues(self):
        try:
            node = self.loader.get_single_node()
            if not isinstance(node, yaml.SequenceNode):
                raise ValueError("cues are a list")
            return [self.cue(one) for one in node.value]
        except yaml.YAMLError as error:
            raise ValueError(str(error)) from None
        finally:
            self.loader.dispose()

    def cue(self, node):
        if node.tag == "!act" and isinstance(node, yaml.ScalarNode):
            return "act", act_of(json.loads(node.value))
        if node.tag == "!shot" and isinstance(node, yaml.MappingNode):
            plain = yaml.MappingNode("tag:yaml.org,2002:map", node.value)
            return "shot", self.loader.construct_document(plain)
        if node.tag == "tag:yaml.org,2002:str":
            return node.value
        raise ValueError(f"no cue: {node.tag}")


def act_of(act):
    return (act["name"], Reader(act["cues"]).cues())


def read_show(text):
    return [act_of(act) for act in json.loads(text)["acts"]]
