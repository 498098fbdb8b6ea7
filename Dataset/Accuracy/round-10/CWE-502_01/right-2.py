"""A loader put together from PyYAML's parts, which knows how to make plain values only."""
from dataclasses import dataclass

import yaml
from yaml.composer import Composer
from yaml.constructor import BaseConstructor, SafeConstructor
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import Resolver
from yaml.scanner import Scanner


class Forbidden(yaml.YAMLError, ValueError):
    pass


class PlainConstructor(SafeConstructor):
    yaml_constructors = {}
    yaml_multi_constructors = {}

    def forbid(self, node):
        raise Forbidden(f"{node.tag} at {node.start_mark}")


for _word in ("null", "bool", "int", "float", "str", "seq", "map"):
    PlainConstructor.add_constructor(
        "tag:yaml.org,2002:" + _word, getattr(SafeConstructor, "construct_yaml_" + _word))
PlainConstructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_timestamp)
PlainConstructor.add_constructor(None, PlainConstructor.forbid)


class PlainLoader(Reader, Scanner, Parser, Composer, PlainConstructor, Resolver):
    def __init__(self, text):
        Reader.__init__(self, text)
        for part in (Scanner, Parser, Composer, PlainConstructor, Resolver):
            part.__init__(self)


@dataclass(frozen=True, slots=True)
class Bed:
    name: str
    litres: float
    days: list

    @property
    def weekly(self):
        return self.litres * len(self.days)


def _beds(text):
    loader = PlainLoader(text)
    try:
        return [Bed(**bed) for bed in loader.get_single_data()["beds"]]
    except Forbidden:
        raise
    except (yaml.YAMLError, TypeError, KeyError) as why:
        raise ValueError(f"unusable plan: {why}") from why
    finally:
        loader.dispose()


def weekly_litres(plan_text):
    return {bed.name: bed.weekly for bed in _beds(plan_text)}


def busiest_day(plan_text):
    beds = _beds(plan_text)
    best, most = None, None
    if any(bed.days for bed in beds):
        for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
            total = sum(bed.litres * bed.days.count(day) for bed in beds if day in bed.days)
            if most is None or total > most:
                best, most = day, total
    return best
