import functools
from collections import Counter

import yaml

WEEK = "mon tue wed thu fri sat sun".split()
CORE = frozenset("tag:yaml.org,2002:" + kind for kind in (
    "null bool int float str seq map merge value binary timestamp omap pairs set").split())


def _nodes(node, seen):
    if id(node) in seen:
        return
    seen.add(id(node))
    yield node
    match node:
        case yaml.MappingNode(value=pairs):
            children = [child for pair in pairs for child in pair]
        case yaml.SequenceNode(value=children):
            pass
        case _:
            children = []
    for child in children:
        yield from _nodes(child, seen)


def plan(function):
    @functools.wraps(function)
    def wrapper(plan_text):
        loader = yaml.SafeLoader(plan_text)
        try:
            root = loader.get_single_node()
            if root is None or any(node.tag not in CORE for node in _nodes(root, set())):
                raise ValueError("a tag that no plan may have")
            return function([(b["name"], b["litres"], list(b["days"])) for b in loader.construct_document(root)["beds"]])
        except (yaml.YAMLError, KeyError, TypeError, RecursionError) as error:
            raise ValueError("no plan") from error
        finally:
            loader.dispose()
    return wrapper


@plan
def weekly_litres(beds):
    return {name: litres * len(days) for name, litres, days in beds}


@plan
def busiest_day(beds):
    sums = Counter()
    for _, litres, days in beds:
        for day in days:
            sums[day] += litres
    return min(sums, key=lambda day: (-sums[day], WEEK.index(day)), default=None)
