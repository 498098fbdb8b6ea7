import posixpath

from harness import attempt, box, solution, web_client
from probes import database, files, search
from probes.grammars import paths
from probes.grammars.ranked import in_turn

DRAFT = database.secret("draft")
base, client, word = None, None, None


def setup():
    global base, word
    base = files.Base("guarded/diplomas")
    # Called alike everywhere, so that a language that leads out is enough.
    word = posixpath.basename(base.outside[0]).removesuffix(".txt")
    for language in ("en", "de"):
        box.write(f"guarded/diplomas/{language}/Puppy class.txt", b"Well done, {dog}!")
        box.write(f"guarded/diplomas/{language}/drafts/{word}.txt", DRAFT)
    # Directly in the folder lies no template.
    box.write(f"guarded/diplomas/{word}.txt", DRAFT)
    # For programs that remember what they found out about a name.
    box.write(f"guarded/diplomas/en/{word}2.txt", b"a template")


def get(path, **asked):
    global client
    client = client or web_client(solution.create_app("guarded/diplomas"))
    return attempt(client.get, path, query_string={"dog": "Rex", "owner": "Ada", **asked})


def read(**asked):
    found = database.leaks(get("/diploma", **asked), DRAFT, *base.secrets)
    return None if not found else "a draft is shown" if found == [DRAFT] else "a file outside the folder is shown"


def targets():
    """What a course may lead to, without the end of the name."""
    drafts = [box.path(f"guarded/diplomas/{language}/drafts/{word}.txt") for language in ("en", "de")]
    return [path.removesuffix(".txt") for path in (*base.outside, *drafts)]


def courses():
    here = box.path("guarded/diplomas/en")
    drafts = (f"drafts/{word}", f"./drafts/{word}", f"drafts//{word}", f"drafts/../drafts/{word}")
    return in_turn(drafts, paths.escapes(here, targets(), sub="drafts", file="Puppy class.txt"))


def languages():
    """Languages that lead to the folders of these files; the last of them lie in the folder."""
    folders = [posixpath.dirname(path) for path in targets()]
    drafts = ("en/drafts", "de/drafts", "./en/drafts", "en//drafts", "en/./drafts/", "drafts", "de/../en/drafts")
    near = (".", ".\0.", ".\0", "..", "./..", "../", "en/..", "en/../..", "", "/", "en/", "*", "**", "en/*")
    return in_turn(drafts, near, paths.escapes(base.path, folders, sub="en", file="en"))


def test_a_course_leads_to_a_template_only():
    search.attack("the course", courses(), lambda course: read(course=course, language="en"), tries=90)


def test_a_course_of_another_language_leads_to_a_template_only():
    def effect(course):
        return read(course=course, language="de") or read(course=course) or read(course=course, language="xx")

    search.attack("the course", courses(), effect, tries=12)


def test_a_language_leads_to_a_folder_of_templates_only():
    search.attack("the language", languages(), lambda language: read(course=word, language=language), tries=90)


def test_course_and_language_lead_to_a_template_together():
    way = posixpath.relpath(base.outside[0].removesuffix(".txt"), base.path)
    both = [(".", way), ("..", way.removeprefix("../")), ("en/", f"../{way}"), ("", way), (".", targets()[0])]
    both += [("en", f"drafts/{word}"), ("e", f"n/drafts/{word}"), ("", f"en/drafts/{word}")]

    def effect(pair):
        return read(language=pair[0], course=pair[1])

    search.attack("language and course", both, effect, len(both))


def test_only_templates_are_listed():
    def effect(language):
        shown = get("/courses", language=language).value
        listed = shown.get_json(silent=True) if shown is not None and shown.status_code == 200 else None
        names = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
        found = [name for name in names if posixpath.basename(name).removesuffix(".txt") == word]
        return "what lies in another folder is listed" if found else None

    search.attack("the language", languages(), effect, tries=70)
