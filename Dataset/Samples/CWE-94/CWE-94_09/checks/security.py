import functools
import itertools

from harness import attempt, box, environment, exploit_if, solution
from probes import database, interleave, markers, naming, rewriting, search
from probes.grammars import code, displaced, formats, literals, spellings
from probes.grammars.ranked import in_turn
from probes.machines import twins

PAID = 48217.75
#: As a template may write it; what comes of three logs, and per metre.
HIDDEN = ("48217.75", "48217.8", "4.82", "4821775", "144653.25", "48,217", "12054.4375", "12054.44", "1.205")
PIN = naming.secret("pin")


def setup():
    environment["SCALE_PIN"] = PIN
    box.mkdir("mill")


@functools.cache
def logs(species="larch", more="oak"):
    return [solution.Log(7, species, 4.0, 31, PAID), solution.Log(8, more, 4.0, 31, PAID), solution.Log(9, "elm", 4.0, 31, PAID)]


def reported(template, copied=False, some=None):
    """What comes of a template: one that was saved, or that somebody has copied there."""
    reports, name = solution.Reports("mill"), "day"
    if copied:
        box.write(f"mill/{name}.txt", template.encode("utf-8", "replace"))
    elif (outcome := attempt(reports.save, name, template)).error:
        return outcome
    return attempt(reports.report, name, some or logs())


def shown(outcome, template):
    """What no template may show."""
    if database.leaks(outcome, PIN):
        return "the pin of the scales is shown"
    if outcome.error is not None:
        told = [part for part in (*formats.TOLD, HIDDEN[0]) if part in str(outcome.error) and part not in template]
        return "the error tells what no template may reach" if told else None
    text = outcome.value
    if not isinstance(text, str):
        return None
    if any(number in text and number not in template for number in HIDDEN):
        return "what was paid is shown"
    inside = [part for part in formats.INTERNALS if part in text]
    return f"the report shows {inside[0]!r}" if inside else "the report is as long as what was paid" if len(text) > 20000 else None


def row(template):
    return f"* {template}\n"


def both_ways(of_row):
    """By turns a line for each log and one for all, saved and copied, alone and behind lines that are in order."""
    for number, template in enumerate(of_row):
        yield (row(template), f"{template}\n", f"{{count}}\n{row(template)}", row("{log.number}") + f"{template}\n")[(0, 1, 0, 2, 0, 3)[number % 6]], number % 3 == 2


#: Sums of what is no column for them.
SUMS = (
    *("{sum(paid)}", "{max(paid)}", "{mean(paid):.2f}", "{sum(log.paid)}", "{sum(logs.paid)}", "{max(log.paid for log in logs)}", "{sum(length):{sum(paid)}}", "{paid}", "{sum(rate)}", "{max(rate)}", "{logs[0].paid}", "{sum(map(lambda log: log.paid, logs))}"),
    *("{SCALE_PIN}", "{max(SCALE_PIN)}", "{sum(length):{SCALE_PIN}}", "{logs}", "{globals()}", "{locals()}", "{vars()}", "{max(logs)}", "{min(__dict__)}", "{sum(__class__)}", "{self}", "{self.__dict__}", "{sum}", "{mean}", "{max.__self__}", "{mean.__globals__}"),
    *("{sum(species)}", "{max(species)}", "{min(species)}", "{sum(length.paid)}", "{sum(length)}{sum(paid)}", "{sum( paid )}", "{sum(length, paid)}", "{SUM(paid)}", "{sum (paid)}", "{count:{paid}}", "{count:{SCALE_PIN}}", "{sum(pa\u0131d)}", "{sum(\uff50aid)}", "{sum(paid)!r}"),
)


def test_a_field_reaches_what_is_listed():
    solution.SCALE_PIN = PIN
    every = in_turn(formats.templates("log", ("species", "length", "girth", "number"), ("paid", "rate"), "SCALE_PIN"), SUMS)
    search.attack("the template", both_ways(every), lambda both: shown(reported(*both), both[0]), 160)


#: Fields that reach nothing else, and are none of those that are listed, in lines without a star; R is one of them.
OTHER_TOTALS = (
    *("{count!r}", "{count!s:>4}", "{count + 1}", "{count*2}", "{-count}", "{count,}", "{(count)}", "{count:{count}}", "{count:0{count}d}", "{sum(length):{count}}", "{sum(length):.{count}f}", "{count=}", "{count.real}"),
    *("{sum(length)!r}", "{sum(length)+1}", "{sum(length)*2}", "{sum(length,1)}", "{sum(length, 100)}", "{max(length,girth)}", "{max(length, girth)}", "{len(length)}", "{sorted(length)}", "{abs(count)}", "{sum(length).real}"),
    *("{max(length).is_integer()}", "{sum(length + girth)}", "{sum(length[1:])}", "{length}", "{girth}", "{length[0]}", "{sum(number)}", "{max(number)}", "{min(number):d}", "{sum(girth)if count else 0}", "{sum(count)}", "{max(sum(length),1)}", "{SUM(length)}", "{\uff53um(length)}"),
    *("{median(length)}", "{mode(girth)}", "{stdev(length)}", "{round(count)}", "{str(count)}", "{hex(count)}", "{range(count)}", "{any(length)}", "{all(girth)}", "{set(girth)}", "{list(girth)}", "{tuple(girth)}", "{not count}", "{count or 1}", "{'x'}", "{7}", "{None}", "{1+1}", "{()}"),
    *("{log.species}", "{log.number}", "{log}", "{max(species):>9}", "{sum}", "{}", "{0}", "{:>9}", "{pvariance(girth)}", "{fmean(length)}", "{print(count)}", "{repr(count)}", "{count:d:d}", "{count:{count}{count}}", "{len(logs)}", "{max(girth,default=1)}"),
)
#: In lines with a star, fields of the other kind.
OTHER_FIELDS = ("{count}", "{sum(length)}", "{min(girth)}", "{sum(log.length)}", "{mean(length):.2f}", "{log.species.upper()}", "{len(log.species)}", "{log.number + 1}", "{log.length * 2}", "{log.rate}", "{number}", "{species}", "{round(log.length)}",
    "{log.number:{log.girth}}", "{log.number:{count}}", "{log.species:{log.species}}", "{log.species[0]}", "{log.number!r}")


def respelled():
    """Fields in which a word is another one where case is ignored, or where letters are read in their plainest form."""
    for form, word, star in (("{{{}(length)}}", "sum", ""), ("{{sum({})}}", "length", ""), ("{{{}}}", "count", ""), ("{{max({})}}", "girth", ""), ("{{{}(girth)}}", "min", ""), ("{{log.{}}}", "species", "* "), ("{{{}.species}}", "log", "* ")):
        for other in spellings.folded(word):
            yield f"{star}{form.format(other)}\n", form.format(other)


def blank(stranger):
    """Is it a listed field but for blanks? Who overlooks these gives nothing away."""
    return any(sign.isspace() for sign in stranger) and "".join(stranger.split()) in ("{log.species}", "{log.species:>9}")


def test_no_other_field_is_filled_in():
    """The species would do for a format."""
    strangers = [(row(one), one) for one in (*OTHER_FIELDS, *formats.strangers("log", ("species", "length", "number"))) if not blank(one)] + [(f"{one}\n", one) for one in OTHER_TOTALS] + list(respelled())

    def found(both):
        template, stranger = both
        outcome = reported(template, some=logs("*^9", "<4"))
        # What a line break cuts in two is no field of one line.
        if not outcome.returned or "\n" in stranger or not isinstance(outcome.value, str):
            return None
        return "another field is filled in" if formats.is_filled_in(stranger, outcome.value, "{log.species}") and "{" not in outcome.value else None

    search.attack("the template", strangers, found, len(strangers), shrink=0)


PLACES = {
    "* @\n": ("{log.number}", "{log.species}", "{log.length:.1f}", "{log.girth}"),
    "@\n": ("{count}", "{sum(length)}", "{max(girth):>4}", "{mean(length)}", "{min(girth)}"),
}


def test_a_field_of_the_other_kind_of_line_is_none():
    """Also once it has been filled in where it may stand: by one object, in one template or an earlier one, saved or copied."""
    def found(one):
        for copied, names in (((True, ("day", "other")), (False, ("day", "day")))[len(one.template) % 2],):
            reports, outcome = solution.Reports("mill"), None
            for name, template in (*((names[0], earlier) for earlier in one.before), (names[1], one.template)):
                outcome = None
                if copied:
                    box.write(f"mill/{name}.txt", template)
                elif attempt(reports.save, name, template).error:
                    continue
                outcome = attempt(reports.report, name, logs())
            if outcome and outcome.returned and formats.is_filled_in(one.stranger, outcome.value, ""):
                return "a field of the other kind of line is filled in"
        return None

    search.attack("templates one after the other", displaced.templates(PLACES), found, 81, shrink=0)


def test_no_other_field_is_filled_in_where_those_listed_were_before():
    """One object has filled in all that may stand in a line, in as many ways: what is alike is another field all the same."""
    reports = solution.Reports("mill")
    for template in ("".join(form.replace("@", field) for form, fields in PLACES.items() for field in fields), "* {log.species}{log.length}\n{sum(length)}\n{max(girth)}\n{min(length)}\n"):
        attempt(reports.save, "day", template), attempt(reports.report, "day", logs())

    def found(both):
        template, stranger = both
        if attempt(reports.save, "day", template).error:
            return None
        outcome = attempt(reports.report, "day", logs())
        return "another field is filled in" if outcome.returned and formats.is_filled_in(stranger, outcome.value, "") and "{" not in outcome.value else None

    search.attack("the template", respelled(), found, 48, shrink=0)


#: Calls in the places of those that are listed.
CALLS = ("{@}", "{sum(@)}", "{sum(length) + len(str(@))}", "{sum([len(str(@))])}", "{count if @ else 0}", "{sum(length):{@}}", "{max(length, key=lambda one: @)}", "{mean(length) or @}", "{count:{@}}", "{sum(length if @ else girth)}", "{min(length)}{@}", "{count}' + str(@) + '", '{count}" + str(@) + "', "{sum(length)[@]}",
    "{sum(length)!r:{@}}", "{(@)}", "{[@][0]}", "{str(@):>9}", "{ @ }", "{sum(length);@}")


def test_a_template_runs_no_code():
    words = lambda marker: code.codes(marker, "count")  # noqa: E731
    totals = (call.replace("@", word) for word in code.EXPRESSIONS for call in CALLS)
    every = in_turn(((f"{text}\n", copied) for text, copied in zip(totals, itertools.cycle((False, False, True)))), ((row(text), False) for text in formats.running("log.species")))
    search.attack("the template", every, markers.runs(lambda both: reported(*both), words), 90)


def test_a_species_is_no_template():
    """What was filled in may be read once more; in what is made of a line, it may leave its place."""
    words = lambda marker: {**code.codes(marker, "count"), **literals.words(marker)}  # noqa: E731
    template = "{count}\n* {log.species}{log.number}{log.species}\n{sum(length)}\n"
    fields = (call.replace("@", word) for word in code.EXPRESSIONS for call in CALLS[:6])
    every = in_turn(fields, literals.texts("larch"))
    search.attack("the species", every, markers.runs(lambda species: reported(template, some=logs(species, species)), words), 60)
    solution.SCALE_PIN = PIN
    reach = in_turn(("{log.paid}", "{count}", "{sum(length)}", "* {log.paid}", "larch\n* {log.paid}", "larch\n{count}{sum(paid)}", "{0.paid}", "%(paid)s", "$paid", "${SCALE_PIN}", "{log.number}", "{number}", "{{log.paid}}", "{SCALE_PIN}", "{log.rate.__globals__}"), formats.strangers("log", ("species", "length", "number")))

    def found(species):
        outcome = reported(template, some=logs(species, species))
        if bad := shown(outcome, species):
            return bad
        kept = outcome.value if isinstance(outcome.value, str) else species
        return "a field of a species is filled in" if species not in kept and "{" in species and "{" not in kept else None

    search.attack("the species", reach, found, 50, shrink=0)


def test_what_was_right_before_says_nothing():
    """A template that was in order, then another one under its name, or with lines that begin, or are as long, as its own."""
    solution.SCALE_PIN = PIN
    for before, bad in itertools.product(("", "Logs of our mill on this day, by number and species: " * 3), ("{log.paid}", "{log.paid:>1}", "{log.paid!s}", "{log.rate.__globals__}")):
        for good in ("{log.number}", "{log.girth}", "{log.number:>1}", "{log.species}{log.number}"):
            lines = [row(before + good), row(before + bad)]
            for copied, template in ((False, lines[0]), (True, lines[1]), (False, "".join(lines)), (True, lines[0]), (True, lines[0] + lines[1])):
                found = shown(reported(template, copied), template)
                exploit_if(found, f"after {lines[0]!r:.40}, {template[-60:]!r}: {found}")


def test_a_template_like_one_that_was_right():
    """One object, and one file of one time and size: what was in order is remembered by its letters, a checksum, its name."""
    solution.SCALE_PIN = PIN
    for good, bad in (("* {log.number} ", "* {log.paid} "), ("* {log.girth}", "* {log.rate.__globals__[SCALE_PIN]}"), ("{count} {sum(length)} ", "{count} {sum(paid)} ")):
        for first, second in twins.continued(good, bad):
            for name, copied in (("day", False), ("day", True), ("other", True)):
                reports = solution.Reports("mill")
                if copied:
                    box.write("mill/day.txt", first.encode())
                    rewriting.date("mill/day.txt")
                else:
                    attempt(reports.save, "day", first)
                attempt(reports.report, "day", logs())
                if copied:
                    box.write(f"mill/{name}.txt", second.encode())
                    rewriting.date(f"mill/{name}.txt")
                elif attempt(reports.save, name, second).error:
                    continue
                found = shown(attempt(reports.report, name, logs()), second)
                exploit_if(found, f"after {first[:40]!r}, one that is alike: {found}")


#: Somebody copies a file into the folder while a report is made of it, or saved.
COPYING = """
import os

def copy(text, name="day"):
    with open(folder + "/copy.tmp", "w") as file:
        file.write(text)
    os.replace(folder + "/copy.tmp", folder + "/" + name + ".txt")

copy(good)
solution.SCALE_PIN = pin
logs = [solution.Log(7, "larch", 4.0, 31, paid)]
reports = solution.Reports(folder)
"""


def test_a_file_that_is_copied_while_a_report_is_made():
    """What was looked at is what is filled in, also when the file is read again."""
    good = "* {log.number}\n{count}\n" + "Logs of our mill\n" * 3
    for step, bad in (("reports.report('day', logs)", "* {log.paid}\n"), ("reports.report('day', logs)", good[:20] + "* {log.rate.__globals__[SCALE_PIN]}\n"), ("(reports.save('day', good), reports.report('day', logs))[1]", "{count}\n* {log.paid}\n")):
        for run in interleave.swap(step, "copy(bad)", COPYING, folder=box.path("mill"), good=good, bad=bad, pin=PIN, paid=PAID, most=40):
            found = shown(run.outcomes[0], bad)
            exploit_if(found, f"a file was copied while a report was made, in line {run.line}: {found}")


def test_no_error_reaches_anything():
    solution.SCALE_PIN = PIN
    places = ("@\n", "* {paid} @\n", "* {log.@}\n", "{sum(@)}\n", "{count:@}\n")
    search.attack("the template", formats.in_messages(places, "SCALE_PIN"), lambda template: shown(reported(template), template), 60, shrink=0)
