from collections import Counter
from itertools import chain

import yaml

WEEK = "mon tue wed thu fri sat sun".split()
PLAIN = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in "str int float bool null seq map merge value timestamp binary set omap pairs".split()
)


def nodes(root):
    todo, done = [root], set()
    while todo:
        node = todo.pop()
        if id(node) in done:
            continue
        done.add(id(node))
        yield node
        if isinstance(node, yaml.SequenceNode):
            todo.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            todo.extend(chain.from_iterable(node.value))


def beds_of(text):
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        if not isinstance(root, yaml.MappingNode):
            raise ValueError("a plan is a mapping")
        for node in nodes(root):
            if node.tag not in PLAIN:
                raise ValueError(f"unknown tag {node.tag}")
        for bed in loader.construct_document(root)["beds"]:
            yield bed["name"], bed["litres"], [WEEK[WEEK.index(day)] for day in bed["days"]]
    except ValueError:
        raise
    except (yaml.YAMLError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a watering plan") from error
    finally:
        loader.dispose()


def weekly_litres(plan_text):
    return {name: litres * len(days) for name, litres, days in beds_of(plan_text)}


def busiest_day(plan_text):
    sums = Counter()
    for _, litres, days in beds_of(plan_text):
        for day in days:
            sums[day] += litres
    return max((day for day in WEEK if day in sums), key=sums.__getitem__, default=None)
