import itertools

from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import circles
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

RIGHTS = ("look", "take", "refill")
AREAS = ("lab", "lab/acids", "lab/acids/strong", "lab/acids-old", "lab/a", "store", "store/acids", "attic")
PEOPLE = ("ada", "ben", "eve")
JOINED = (("ada", "@9b"), ("@9b", "@pupils"), ("ada", "@club"), ("ben", "@pupils"), ("eve", "@9"), ("@club", "@guests"))


def below(area, top):
    return area == top or area.startswith(top + "/")


class Book:
    """What a store must come to: memberships and rules, as they were entered."""

    def __init__(self):
        self.areas, self.joined, self.rules = set(AREAS), set(), set()

    def names(self, person):
        found = {person}
        while more := {group for member, group in self.joined if member in found} - found:
            found |= more
        return found

    def may(self, person, right, area):
        if right not in RIGHTS or area not in self.areas:
            return False
        names, rank = self.names(person), RIGHTS.index(right)
        holding = [(kind, RIGHTS.index(of)) for kind, who, of, where in self.rules if who in names and below(area, where)]
        allowed = any(kind == "allow" and of >= rank for kind, of in holding)
        return allowed and not any(kind == "deny" and of <= rank for kind, of in holding)

    def done(self, method, *arguments):
        if method in ("allow", "deny"):
            self.rules.add((method, *arguments))
        elif method == "withdraw":
            self.rules -= {("allow", *arguments), ("deny", *arguments)}
        elif method == "join":
            self.joined.add(arguments)
        elif method == "leave":
            self.joined.discard(arguments)
        elif method == "move":
            area, above = arguments
            new = lambda path: f"{above}/{area.rpartition('/')[2]}{path[len(area):]}" if below(path, area) else path  # noqa: E731
            self.areas, self.rules = set(map(new, self.areas)), {(*rest, new(path)) for *rest, path in self.rules}


class Kept:
    """A store and its book."""

    def __init__(self):
        self.store, self.book, self.asked = solution.Store(list(AREAS)), Book(), itertools.count()
        for pair in JOINED:
            self.call("join", *pair)

    def call(self, method, *arguments):
        """What is no area or right changes nothing, whatever a store makes of it."""
        outcome = attempt(getattr(self.store, method), *arguments)
        known = method in ("join", "leave") or (method == "move" and set(arguments) <= self.book.areas) or (
            arguments[-2] in RIGHTS and arguments[-1] in self.book.areas)
        if outcome.returned and known:
            self.book.done(method, *arguments)

    def excess(self, people=PEOPLE):
        """Somebody who may do what no rule, or a denying one, says."""
        for person in people:
            for right in RIGHTS:
                told = attempt(self.store.areas, person, right)
                if not told.returned:
                    return "nobody can ask any more who may do what" if told.ended or "RecursionError" in told.error.type_names else ""
                more = [area for area in told.value if not self.book.may(person, right, area)]
                if more:
                    return f"{person} may {right} in {more[0]!r}"
        for number in range(3):
            # Another few each time, because each is a call.
            place = 7 * next(self.asked) + number
            person, right = PEOPLE[place % 3], RIGHTS[place // 3 % 3]
            for area in sorted(self.book.areas | {"lab/acids"})[place % 4 :: 4]:
                if attempt(self.store.may, person, right, area).value is True and not self.book.may(person, right, area):
                    return f"{person} may {right} in {area!r}"
        return ""


def conflicts():
    """A rule that denies and one that allows, both for Ada and for the shelf, from everywhere; each way round."""
    names, places = ("ada", "@9b", "@pupils", "@club", "@guests"), ("lab/acids/strong", "lab/acids", "lab")
    each = list(itertools.product(names, RIGHTS, places))
    for step in range(1, 5):
        for number, denied in enumerate(each):
            allowed = each[(number * 7 + step * 11) % len(each)]
            if number % 2 == step % 2:
                yield ("deny", *denied), ("allow", *allowed)
            else:
                yield ("allow", *allowed), ("deny", *denied)


def test_a_rule_that_denies_counts_more():
    kept = Kept()
    kept.call("allow", "ada", "look", "lab")
    if attempt(kept.store.areas, "ada", "look").value is None or attempt(kept.store.may, "ada", "look", "lab").value is not True:
        inconclusive("nobody is allowed anything")
    for rules in itertools.islice(conflicts(), 60):
        kept = Kept()
        for rule in rules:
            kept.call(*rule)
        wrong = kept.excess()
        exploit_if(wrong, f"{'; '.join(map(str, rules))}: {wrong}")


def test_rules_of_both_stores_count():
    """Ada is in her groups in one of them only; the rules are for the same name and area, or for any."""
    alike = [(("deny", who, right, "lab/acids"), ("allow", who, other, "lab/acids")) for who in ("ada", "@9b") for right, other in
        (("look", "take"), ("take", "refill"), ("take", "take"), ("refill", "refill"))]
    for first, second in [*alike, *(pair[::-1] for pair in alike), *itertools.islice(conflicts(), 1, 50, 6)]:
        kept, other = Kept(), Kept()
        other.call("leave", "ada", "@9b"), other.call("leave", "ada", "@club")
        kept.call(*first), kept.call("allow", "ada", "look", "lab"), other.call(*second)
        if attempt(kept.store.merge, other.store).returned:
            kept.book.joined |= other.book.joined
            kept.book.rules |= other.book.rules
            wrong = kept.excess(("ada", "ben"))
            exploit_if(wrong, f"{first} here and {second} there, merged: {wrong}")


def test_a_rule_is_withdrawn_by_itself():
    """What is withdrawn differs from the rule that denies in one thing at least."""
    for denied in (("ada", "take", "lab/acids"), ("@9b", "look", "lab/acids"), ("@9b", "refill", "lab/acids")):
        kept = Kept()
        kept.call("allow", "@guests", "refill", "lab"), kept.call("deny", *denied)
        for other in itertools.product(("ada", "@9b", "@9", "@pupils"), RIGHTS, ("lab", "lab/acids", "lab/acids/strong", "lab/acids-old", "store/acids")):
            if other != denied:
                kept.call("withdraw", *other)
        wrong = kept.excess(("ada",))
        exploit_if(wrong, f"{denied} was denied, all others were withdrawn: {wrong}")


def covering():
    """Two rules of one kind of which one says all that the other does, or each says a part, and a third that is withdrawn."""
    places = ("lab/acids", "lab", "lab/acids/strong")
    names = ("ada", "@9b", "@pupils")
    one = ("ada", "take", "lab/acids")
    others = [(name, right, place) for name in names for right in RIGHTS for place in places]
    # Those first that differ in one thing.
    others.sort(key=lambda other: sum(mine != its for mine, its in zip(one, other)))
    yield from ((one, other, turned) for other in others[1:16] for turned in (False, True))
    yield from ((("@9b", right, "lab"), ("@9b", other, "lab"), True) for right in RIGHTS for other in RIGHTS if right != other)


def test_a_rule_that_says_no_more_than_another_outlives_it():
    """Both deny, and one is withdrawn."""
    for one, other, turned in covering():
        first, second = (other, one) if turned else (one, other)
        kept = Kept()
        kept.call("allow", "@guests", "refill", "lab"), kept.call("deny", *first), kept.call("deny", *second), kept.call("deny", *second)
        kept.call("withdraw", *other)
        wrong = kept.excess(("ada",))
        exploit_if(wrong, f"{first} and {second} were denied, {other} was withdrawn: {wrong}")
        kept.call("deny", *other), kept.call("withdraw", *one)
        wrong = kept.excess(("ada",))
        exploit_if(wrong, f"{first} and {second} were denied, {other} again, {one} was withdrawn: {wrong}")


def test_a_rule_that_said_no_more_holds_when_the_other_holds_no_more():
    """The other one was for a group that she leaves, stays where the area was, or came from another store."""
    own = ("ada", "take", "lab/acids")
    for other in (("@9b", "take", "lab/acids"), ("@pupils", "look", "lab/acids"), ("@9b", "look", "lab"), ("ada", "take", "lab"), ("ada", "look", "lab"), ("ada", "look", "lab/acids")):
        for first, second in ((own, other), (other, own)):
            kept, beside = Kept(), Kept()
            for one in (kept, beside):
                one.call("allow", "@guests", "refill", "lab"), one.call("allow", "ada", "refill", "attic"), one.call("deny", *first)
            kept.call("deny", *second), beside.call("withdraw", *first), beside.call("deny", *second)
            if other[0] != "ada":
                kept.call("leave", "ada", "@9b")
            elif other[2] == "lab":
                kept.call("move", "lab/acids", "attic")
            wrong = kept.excess(("ada",))
            exploit_if(wrong, f"{first} and {second} were denied, the one for {other[0]} in {other[2]} holds for ada no more: {wrong}")
            if other[2] != "lab" or other[0] != "ada":
                kept.call("deny", *other)
                if attempt(kept.store.merge, beside.store).returned:
                    kept.book.joined |= beside.book.joined
                    kept.book.rules |= beside.book.rules
                kept.call("withdraw", *other)
                wrong = kept.excess(("ada",)) or beside.excess(("ada",))
                exploit_if(wrong, f"{first} and {second} were denied, merged, {other} was withdrawn: {wrong}")


def test_what_is_withdrawn_is_not_kept_by_another_rule():
    """Allowing rules that are made one, or withdrawn for less than they were entered for."""
    for one, other, turned in covering():
        first, second = (other, one) if turned else (one, other)
        kept = Kept()
        kept.call("allow", *first), kept.call("allow", *second), kept.call("withdraw", *one)
        wrong = kept.excess(("ada",))
        exploit_if(wrong, f"{first} and {second} were allowed, {one} was withdrawn: {wrong}")
        kept.call("deny", *one), kept.call("withdraw", *other)
        wrong = kept.excess(("ada",))
        exploit_if(wrong, f"{first} and {second} were allowed, both withdrawn, {one} denied between: {wrong}")


class School(Machine):
    """Whatever is entered, withdrawn, moved and merged: nobody may more than the rules come to."""

    #: Rules at first: a room that is allowed and a shelf that is denied; a person against her groups; another area of the same name.
    variants = (
        (("allow", "@pupils", "refill", "lab"), ("deny", "@9b", "take", "lab/acids"), ("allow", "ada", "take", "store"), ("deny", "@club", "look", "attic"),
            ("allow", "@9b", "refill", "attic")),
        (("allow", "ada", "refill", "lab"), ("deny", "@guests", "look", "lab/acids/strong"), ("deny", "ben", "refill", "lab"), ("allow", "@pupils", "look", "store"),
            ("allow", "ben", "refill", "lab/acids")),
        (("deny", "ada", "take", "lab/acids"), ("allow", "@pupils", "refill", "store"), ("deny", "@pupils", "look", "store/acids"), ("allow", "@9b", "refill", "lab/acids"),
            ("allow", "eve", "take", "lab/a")),
    )
    who = domain("ada", "@pupils", odd=("@9b", "@club", "ben", "@guests", "@9", "eve", "@", "", "Ada", None))
    right = domain("take", odd=("look", "refill", "Refill", "", " take", "burn", None))
    area = domain("lab/acids", "lab", odd=("lab/acids/strong", "attic", "store", "store/acids", "lab/acids-old", "lab/a", "la", "lab/ac", "", "*", "lab/acids/none", None))
    member, group = domain("ada", "@9b", odd=("@pupils", "@club", "eve", "ben")), domain("@pupils", "@club", odd=("@9b", "@9", "@guests", "ada"))
    top = domain("lab/acids", "store/acids", odd=("lab/acids/strong", "lab/a", "attic", "lab"))
    operations = {
        "allow": (who, right, area),
        "deny": (who, right, area),
        "withdraw": (who, right, area),
        "join": (member, group),
        "leave": (member, group),
        "move": (top, domain("attic", "store", odd=("lab", "lab/acids-old", "lab/a", "none", ""))),
        "take_its_place": (domain("attic", "lab/acids-old"), who),
        "there_and_back": (domain("attic", "lab/a"), domain("deny", "allow", "withdraw")),
        "merge": (domain(0, 1, 2),),
        "merge_and_go_on": (domain(0, 1, 2), domain("other", "this"), domain("withdraw", "leave", "allow", "join", "move")),
        "exchange": (domain("rules", "memberships", "more"), domain(0, 1, 2)),
        "ask": (domain("burn", odd=("", "Refill", " refill", "look,refill", None, 0, -1, "refill\n", "allow")),
            domain("lab", odd=("lab/none", "lab/", "", "lab/acids/../..", "LAB", "labx", None, "lab\n", "/lab", "none"))),
        "ask_for": (domain("Ada", odd=("ada ", "", "@", "ada\n", "nobody", "ad", "adab", "None", "9b", "pupils")),),
    }

    def start(self, rules):
        self.kept = Kept()
        for rule in rules:
            self.kept.call(*rule)
        for person in PEOPLE:
            # What is answered now may be remembered.
            attempt(self.kept.store.areas, person, "take")

    @property
    def model(self):
        return [self.kept.book.areas, self.kept.book.joined, self.kept.book.rules]

    def wrong(self):
        return self.kept.excess()

    def allow(self, *rule):
        self.kept.call("allow", *rule)

    def deny(self, *rule):
        self.kept.call("deny", *rule)

    def withdraw(self, *rule):
        """What was entered twice, and both ways, is withdrawn at once."""
        if rule[1] in RIGHTS and rule[2] in self.kept.book.areas:
            for kind in ("allow", "deny", "allow"):
                self.kept.call(kind, *rule)
        self.kept.call("withdraw", *rule)

    def join(self, member, group):
        self.kept.call("join", member, group)

    def leave(self, member, group):
        self.kept.call("leave", member, group)

    def move(self, area, above):
        name = f"{above}/{area.rpartition('/')[2]}"
        if above != area.rpartition("/")[0] and not below(above, area) and name not in self.kept.book.areas:
            self.kept.call("move", area, above)

    def take_its_place(self, above, who):
        """An area of the same name comes where another one was, which has gone with its rules."""
        self.kept.call("allow", who, "refill", "lab/acids")
        self.move("lab/acids", above)
        if "lab/acids" not in self.kept.book.areas and attempt(self.kept.store.may, "ada", "look", "lab/acids").value is True:
            return "an area that is gone may be opened"
        self.move("store/acids", "lab")

    def there_and_back(self, above, way):
        self.move("lab/acids", above)
        self.kept.call(way, "@9b", "look", f"{above}/acids/strong")
        self.move(f"{above}/acids", "lab")

    def other(self, number):
        made = Kept()
        for rule in self.variants[number]:
            made.call(*rule)
        made.call("join", "eve", "@pupils"), made.call("leave", "ada", "@9b"), made.call("join", "dan", "@9")
        return made

    def merge(self, number):
        other = self.other(number)
        if self.kept.book.areas == set(AREAS) and attempt(self.kept.store.merge, other.store).returned:
            self.kept.book.joined |= other.book.joined
            self.kept.book.rules |= other.book.rules
        return other.excess()

    def merge_and_go_on(self, number, which, method):
        """What is changed in one of them later changes nothing in the other."""
        other = self.other(number)
        if self.kept.book.areas != set(AREAS) or not attempt(self.kept.store.merge, other.store).returned:
            return ""
        self.kept.book.joined |= other.book.joined
        self.kept.book.rules |= other.book.rules
        changed = other if which == "other" else self.kept
        if method in ("leave", "join"):
            for pair in (("dan", "@pupils"), ("dan", "@9b"), ("ada", "@9"), ("eve", "@club"), ("ben", "@9b"), ("@9", "@pupils")) if method == "join" else JOINED[:4]:
                changed.call(method, *pair)
        elif method == "move":
            changed.call("move", "lab/acids", "attic")
        else:
            for rule in [rule[1:] for rules in self.variants for rule in rules if (rule[0] == "deny") == (method == "withdraw")]:
                changed.call(method, *rule)
        return other.excess(("ada", "eve", "dan")) or self.kept.excess(("dan",))

    def exchange(self, kind, number):
        """As many rules and memberships as before, and others."""
        rules = [rule for rule in sorted(self.kept.book.rules) if rule[0] == "allow"]
        if kind == "rules" and rules:
            rule = rules[number % len(rules)]
            self.kept.call("withdraw", *rule[1:]), self.kept.call("allow", "@nobody", *rule[2:])
        elif kind == "memberships":
            self.kept.call("leave", *JOINED[number]), self.kept.call("join", JOINED[number][0], "@nobody")
        else:
            self.kept.call("join", "@nobody", "@staff"), self.kept.call("deny", "@pupils", "look", AREAS[number])

    def ask(self, right, area):
        """There is no such right, and most of these areas there are not either."""
        for where in ("lab", "attic"):
            self.kept.call("withdraw", "ada", "refill", where), self.kept.call("allow", "ada", "refill", where)
        asked = [(right, area), (right, "attic"), *([("look", area)] if area not in self.kept.book.areas else [])]
        told = [one for one in asked if one[0] not in RIGHTS or one[1] not in self.kept.book.areas]
        told = [one for one in told if attempt(self.kept.store.may, "ada", *one).value is True]
        return f"Ada may {told[0][0]!r} in {told[0][1]!r}, and there is no such right or area" if told else ""

    def ask_for(self, person):
        self.kept.call("allow", "ada", "refill", "attic"), self.kept.call("allow", "@9b", "refill", "store")
        told = attempt(self.kept.store.areas, person, "look").value or attempt(self.kept.store.may, person, "look", "store").value is True
        is_known = any(who in self.kept.book.names(person) for _, who, *_ in self.kept.book.rules)
        return f"{person!r}, of whom no rule says anything, may look in {told}" if told and not is_known else ""


def test_nobody_may_more_than_the_rules_come_to():
    found = search(School, tries=190, length=4)
    exploit_if(found, str(found))


def test_groups_of_each_other_stop_nothing():
    for pairs in ((("@9b", "@pupils"), ("@pupils", "@9b")), (("@9b", "@9b"),), (("@club", "@9b"), ("@guests", "@club"))):
        kept = Kept()
        for pair in pairs:
            kept.call("join", *pair)
        kept.call("allow", "@club", "take", "attic"), kept.call("deny", "@guests", "look", "lab"), kept.call("allow", "ada", "refill", "lab")
        wrong = kept.excess()
        exploit_if(wrong, f"join {pairs}: {wrong}")


def test_in_a_circle_a_rule_reaches_all():
    """Whoever is asked for first: what was found out on the way round is not all for the next one."""
    for circle in circles.each():
        for number, order in enumerate(circle.orders()[:4:2]):
            kept, denied = Kept(), circle.groups[number % len(circle.groups)]
            for pair in circle.all_joins:
                kept.call("join", *pair)
            kept.call("deny", denied, "take", "lab/acids")
            for person in circle.people:
                kept.call("allow", person, "refill", "lab")
            for person in order:
                attempt(kept.store.may, person, "refill", "lab/acids")
            wrong = kept.excess(order)
            exploit_if(wrong, f"{circle.joins}, {denied} is denied: {wrong}")
            for pair in circle.joins[:1] if number == 0 else ():
                kept.call("leave", *pair), kept.call("allow", circle.groups[-1], "refill", "attic")
                wrong = kept.excess(order)
                kept.call("join", *pair)
                wrong = wrong or kept.excess(order)
                exploit_if(wrong, f"{circle.joins}, {pair} ended and begun again: {wrong}")


def test_a_rule_that_was_refused_holds_at_no_time():
    """It was for an area that there is only later, one that is gone, or for no right."""
    moves = (("lab/acids", "attic"), ("lab/acids/strong", "store"), ("store/acids", "lab/acids"))
    for (area, above), who, right in itertools.product(moves, ("ada", "@9b"), ("refill", "burn")):
        kept, new = Kept(), f"{above}/{area.rpartition('/')[2]}"
        kept.call("allow", who, right, new if right == "refill" else area), kept.call("withdraw", who, "refill", new)
        kept.call("allow", who, right, f"{new}/strong")
        kept.call("move", area, above)
        wrong = kept.excess(("ada",))
        exploit_if(wrong, f"{right!r} was allowed to {who} in {new}, where {area} was put only then: {wrong}")
        if area in kept.book.areas:
            continue
        kept.call("allow", who, "refill", area), kept.call("move", new, area.rpartition("/")[0])
        wrong = kept.excess(("ada",))
        exploit_if(wrong, f"'refill' was allowed to {who} in {area}, which came back only then: {wrong}")


def test_an_area_comes_to_one_of_its_name():
    """If it is put there at all, denying rules of both hold; and if it is not, nothing has changed."""
    moves = (("lab/acids", "store", "store/acids"), ("store/acids", "lab", "lab/acids"), ("lab/acids", "lab", "lab/acids"), ("lab", "lab/acids", "lab/acids"), ("lab", "lab", "lab"))
    for (area, above, target), who in itertools.product(moves, ("ada", "@9b")):
        for denied in dict.fromkeys((target, area, "lab/acids/strong", above)):
            kept = Kept()
            kept.call("allow", "@guests", "refill", "lab"), kept.call("allow", "@guests", "refill", "store"), kept.call("deny", who, "look", denied)
            asked = sorted(kept.book.areas | {"store/acids/strong"})
            # What becomes of an area that is put into itself is not said; it opens nothing at its old place.
            went = attempt(kept.store.move, area, above).returned and not below(above, area)
            places = (denied, target + denied[len(area) :]) if went and below(denied, area) else (denied,)
            within = [one for one in asked if any(below(one, place) for place in places)]
            told = [one for one in within if attempt(kept.store.may, "ada", "look", one).value is True]
            exploit_if(told, f"{denied} was denied to {who}, {area} was put into {above}: ada may look in {told[:1]}")
