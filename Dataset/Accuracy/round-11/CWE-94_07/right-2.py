"""Parser combinators: each takes the token list and a place, and gives (result, next place) or None."""
import re
from functools import reduce
import operator


def token(test):
    return lambda tokens, at: (tokens[at], at + 1) if at < len(tokens) and test(tokens[at]) else None


def word(*texts):
    return token(lambda one: one in texts)


def seq(*parsers):
    def parse(tokens, at):
        results = []
        for parser in parsers:
            if (found := parser(tokens, at)) is None:
                return None
            result, at = found
            results.append(result)
        return results, at
    return parse


def either(*parsers):
    return lambda tokens, at: next((f for f in (p(tokens, at) for p in parsers) if f is not None), None)


def many(parser):
    def parse(tokens, at):
        results = []
        while (found := parser(tokens, at)) is not None:
            result, at = found
            results.append(result)
        return results, at
    return parse


def give(parser, make):
    def parse(tokens, at):
        found = parser(tokens, at)
        return found and (make(found[0]), found[1])
    return parse


COMPARISONS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt,
               "<=": operator.le, ">": operator.gt, ">=": operator.ge}
CUT = re.compile(r'"[^"\\]*"|-?[0-9]+\.[0-9]+|-?[0-9]+|[a-z]+|[=!<>]=|[<>(),]')

string = give(token(lambda t: t[0] == '"'), lambda t: t[1:-1])
number = give(token(lambda t: t[-1] in "0123456789"), lambda t: float(t) if "." in t else int(t))


def comparison(fields, value):
    field = word(*fields)
    simple = give(seq(field, word(*COMPARISONS), value),
                  lambda p: lambda s: COMPARISONS[p[1]](s[p[0]], p[2]))
    listed = give(seq(field, word("in"), word("("), value, many(give(seq(word(","), value), lambda p: p[1])), word(")")),
                  lambda p: lambda s: s[p[0]] in (p[3], *p[4]))
    return either(simple, listed)


def chain(name, parser, join):
    rest = many(give(seq(word(name), parser), lambda p: p[1]))
    return give(seq(parser, rest), lambda p: reduce(join, p[1], p[0]))


def later(tokens, at):
    return rule(tokens, at)


rare = give(word("rare"), lambda _: lambda s: s["rare"])
atom = either(give(seq(word("("), later, word(")")), lambda p: p[1]), rare,
              comparison(("species", "place", "observer"), string), comparison(("count", "tide"), number))
negated = give(seq(many(word("not")), atom),
               lambda p: (lambda s: not p[1](s)) if len(p[0]) % 2 else p[1])
both = chain("and", negated, lambda a, b: lambda s: a(s) and b(s))
rule = chain("or", both, lambda a, b: lambda s: a(s) or b(s))


def cut(text):
    tokens, at = [], 0
    while at < len(text):
        if text[at] == " ":
            at += 1
        elif found := CUT.match(text, at):
            tokens.append(found[0])
            at = found.end()
        else:
            return None
    return tokens


def compiled(text):
    if not isinstance(text, str) or len(text) > 500:
        raise ValueError("no rule")
    tokens = cut(text)
    nested, deepest = [], 0
    for before, one in zip(["", *(tokens or ())], tokens or ()):
        if one == "(":
            nested.append(before != "in")       # the list of an `in` is no bracket around a part
        elif one == ")" and nested:
            nested.pop()
        deepest = max(deepest, sum(nested))
    if not tokens or deepest > 20:
        raise ValueError("no rule")
    found = rule(tokens, 0)
    if found is None or found[1] != len(tokens):
        raise ValueError("no rule")
    return found[0]


class Notices(dict):
    """Person -> test."""

    def subscribe(self, person, rule):
        self.update({person: compiled(rule)})

    def told(self, sighting):
        return sorted(person for person, test in self.items() if test(sighting))
