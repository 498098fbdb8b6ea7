"""A real browser walks through the pages of `secucogen view`, served and as a bundle.

    Scripts/make-browser-python && .tools/browser/bin/python3 -m unittest discover --start-directory Tests/Browser

SECUCOGEN names the program (.build/debug/secucogen unless given), SECUCOGEN_CHROMIUM the browser. Every page that is
opened is checked for messages on the console, for requests to other hosts, and for overflow.
"""

import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("SECUCOGEN", str(ROOT / ".build/debug/secucogen"))
CHROMIUM = os.environ.get("SECUCOGEN_CHROMIUM", "/usr/bin/chromium")
SAMPLES = ["CWE-89_01", "CWE-89_02", "CWE-79_01"]
PAGES = [
    "index.html",
    "attempts.html",
    "attempts.html?type=CWE-89&judged=insecure",
    "attempt/0-generate-CWE-89_01-task-1.html",
    "attempt/0-detect-CWE-89_01-{subject}-1.html",
    "samples.html",
    "sample/CWE-79_01.html",
    "compare.html",
    "compare/0-generate--1-generate.html",
]
#: Success criteria of WCAG 2.1, levels A and AA.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}

#: Each tries to set the title of the page, to reach another host, or to break out of where it stands.
HOSTILE = [
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "\"><svg onload=\"document.title='owned'\">",
    "</pre></code><script>document.title='owned'</script>",
    "' autofocus onfocus='document.title=\"owned\"",
    "<iframe src=https://evil.example></iframe><link rel=stylesheet href=https://evil.example/x.css>",
    "<style>main{display:none}</style>",
    "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=https://evil.example'>",
    "{{{html}}} {{> layout}}",
    "\x1b[31mred\x1b[0m \x07 \u202edesrever \u2028 \u0085",
    "javascript:document.title='owned'",
    "before\0after",
]


def secucogen(*arguments: str) -> None:
    subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, cwd=ROOT)


@contextlib.contextmanager
def served(*runs: Path) -> Iterator[str]:
    """The address of the first page, without its name."""
    server = subprocess.Popen(
        [PROGRAM, "view", "--no-open", *map(str, runs)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)
        assert server.stdout is not None
        server.stdout.close()


class PagesTest(unittest.TestCase):
    """Two runs of controls over three samples, and one whose answers are hostile."""

    folder: Path
    browser: Browser

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="secucogen-pages-"))
        cls.first, cls.second = cls.folder / "insecure.run", cls.folder / "secure.run"
        for run, model in ((cls.first, "control/insecure"), (cls.second, "control/secure")):
            samples = [word for sample in SAMPLES for word in ("--sample", sample)]
            tasks = [word for task in ("generate", "repair", "detect") for word in ("--task", task)]
            secucogen("run", "--model", model, *samples, *tasks, "--attempts", "2", "--output", str(run))
        cls.hostile = cls.folder / "hostile.run"
        answers = cls.folder / "answers.jsonl"
        with answers.open("w") as file:
            for attempt, text in enumerate(HOSTILE):
                code = f"```python\ndef find_items(*words):\n    return {text!r}  # {text}\n```\n{text}"
                file.write(json.dumps({"task_id": "CWE-89_01", "solution": code, "attempt": attempt}) + "\n")
        secucogen(
            "import", str(answers), "--samples", "CWE-89_01", "--label", "<b>bold</b>", "--output", str(cls.hostile)
        )
        secucogen("score", str(cls.hostile))
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls) -> None:
        cls.browser.close()
        cls.playwright.stop()
        shutil.rmtree(cls.folder)

    @contextlib.contextmanager
    def opened(self, **options: object) -> Iterator[Page]:
        """A page of a context of its own; complains of what no page may do."""
        context: BrowserContext = self.browser.new_context(**options)
        page = context.new_page()
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        yield page
        context.close()
        self.assertEqual(said, [], "on the console")
        self.assertEqual([url for url in asked if not re.match(r"http://127\.0\.0\.1:\d+/|file:|data:", url)], [])

    def subject(self, page: Page, base: str) -> str:
        """Which code of the first sample detect was shown: a draw of the run's."""
        page.goto(f"{base}attempts.html?task=detect&samples=CWE-89_01")
        return "insecure" if page.locator("td:has-text('(insecure)')").count() else "secure"

    def test_from_a_figure_to_the_attack_and_on_to_the_comparison(self) -> None:
        with served(self.first, self.second) as base, self.opened() as page:
            page.goto(base)
            page.locator("#overview tbody tr").first.locator("td.n a").first.click()
            self.assertIn("task=generate", page.url)
            expect(page.locator(".list tbody tr")).to_have_count(3)
            page.locator(".list tbody a").nth(1).click()
            self.assertIn("claimed item", page.locator(".evidence").inner_text())
            self.assertIn("find_items(", page.locator(".sent").last.inner_text())
            self.assertRegex(page.locator(".marked").inner_text(), "exploit_if|attack")
            page.locator("h1 a").click()
            self.assertIn("CWE-89_01", page.locator("h1").inner_text())
            page.locator("header a", has_text="Compare").click()
            page.locator("main li a").first.click()
            expect(page.locator("details.change .d-better")).to_have_count(3)
            page.locator("details.change summary").first.click()
            self.assertGreater(page.locator("details.change .diff .new").count(), 0)
            for _ in range(3):
                page.go_back()
            self.assertIn("What decided", page.locator("main").inner_text())
            page.go_forward()
            self.assertIn("Insecure Code", page.locator("main").inner_text())

    def test_filters_stand_in_the_address(self) -> None:
        with served(self.first, self.second) as base, self.opened() as page:
            self.walk_filters(page, base)

    def test_a_long_list_of_a_bundle_is_shown_piece_by_piece(self) -> None:
        run, bundle = self.folder / "long.run", self.folder / "long"
        secucogen("run", "--model", "control/secure", "--sample", "CWE-89_01", "--attempts", "450", "--output", str(run))
        secucogen("view", str(run), "--bundle", str(bundle))
        with self.opened() as page:
            page.goto(bundle.as_uri() + "/attempts.html")
            shown, more = page.locator(".list tbody tr:visible"), page.get_by_role("button", name="Show 200 more of 250")
            self.assertEqual((shown.count(), page.locator("#count").inner_text()), (200, "450"))
            more.click()
            self.assertEqual(shown.count(), 400)
            page.get_by_role("button", name="Show 50 more of 50").click()
            self.assertEqual((shown.count(), page.locator("button:has-text('more of'):visible").count()), (450, 0))
            # What sorts last comes first the other way round, whatever was hidden.
            first = shown.first.inner_text()
            page.locator("a[data-order=sample]").click()
            self.assertEqual(shown.count(), 200)
            self.assertNotEqual(shown.first.inner_text(), first)

    def test_a_figure_of_the_report_leads_to_its_attempts(self) -> None:
        report, runs = self.folder / "report.html", [str(self.first), str(self.second)]
        secucogen("view", *runs, "--bundle", str(self.folder / "behind the report"))
        secucogen("report", *runs, "--format", "html", "--pages", "behind%20the%20report", "--output", str(report))
        with self.opened() as page:
            page.goto(report.as_uri())
            figure = page.locator("td[title^='overview/'][title$='/generate/sec@1'] a").nth(1)
            figure.click()
            page.wait_for_url("**/attempts.html?**")
            rows = page.locator(".list tbody tr:visible")
            self.assertEqual(rows.count(), len(SAMPLES))
            self.assertEqual({row.get_attribute("data-run") for row in rows.all()}, {"1"})

    def test_filters_work_in_a_bundle_without_a_server(self) -> None:
        bundle = self.folder / "filtered"
        secucogen("view", str(self.first), str(self.second), "--bundle", str(bundle))
        with self.opened() as page:
            self.walk_filters(page, bundle.as_uri() + "/")
            page.goto(bundle.as_uri() + "/index.html")
            page.locator("#overview tbody tr").first.locator("td.n a").first.click()
            expect(page.locator(".list tbody tr:visible")).to_have_count(3)

    def walk_filters(self, page: Page, base: str) -> None:
        rows = page.locator(".list tbody tr:visible")
        page.goto(f"{base}attempts.html")
        expect(rows).to_have_count(36)
        page.locator("select[name=type]").select_option("CWE-79")
        page.wait_for_url(lambda url: "type=CWE-79" in url)
        expect(rows).to_have_count(12)
        page.locator("select[name=judged]").select_option("secure")
        page.wait_for_url(lambda url: "judged=secure" in url)
        expect(rows.first).to_be_visible()
        page.go_back()
        page.wait_for_url(lambda url: "judged" not in url)
        expect(rows).to_have_count(12)
        page.goto(f"{base}attempts.html?q=claimed+GENERATE")
        expect(rows).to_have_count(2)
        page.goto(f"{base}attempts.html?q=claimed+nowhere")
        expect(rows).to_have_count(0)
        page.goto(f"{base}attempts.html?q=claimed")
        expect(rows).to_have_count(4)
        page.goto(f"{base}attempts.html?run=0&task=generate&sort=-codebleu")
        figures = [float(text) for text in page.locator(".list tbody tr:visible td:nth-child(7)").all_inner_texts()]
        self.assertEqual(figures, sorted(figures, reverse=True))
        self.assertEqual(page.locator("th[aria-sort=descending]").inner_text(), "CodeBLEU")

    def test_keys(self) -> None:
        with served(self.first) as base, self.opened() as page:
            page.goto(f"{base}attempts.html?task=generate")
            page.keyboard.press("j")
            page.keyboard.press("j")
            page.keyboard.press("k")
            page.keyboard.press("j")
            self.assertEqual(page.locator("tr.here").count(), 1)
            second = page.locator(".list tbody tr a").nth(1).get_attribute("href")
            page.keyboard.press("Enter")
            page.wait_for_url(lambda url: "/attempt/" in url)
            self.assertTrue(page.url.endswith(str(second)))
            page.keyboard.press("j")
            page.wait_for_url(lambda url: not url.endswith(str(second)))
            page.keyboard.press("k")
            page.wait_for_url(lambda url: url.endswith(str(second)))
            page.keyboard.press("u")
            page.wait_for_url(lambda url: url.endswith("/attempts.html?task=generate"))
            page.keyboard.press("/")
            page.keyboard.type("jk?")
            self.assertEqual(page.locator("input[type=search]").input_value(), "jk?")
            page.keyboard.press("Escape")
            page.keyboard.press("?")
            self.assertTrue(page.locator("#help").is_visible())
            page.keyboard.press("Escape")
            self.assertFalse(page.locator("#help").is_visible())

    def test_every_page_is_accessible_in_both_schemes_and_fits_a_phone(self) -> None:
        with served(self.first, self.second) as base:
            for scheme, width in (("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)):
                with self.opened(color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
                    subject = self.subject(page, base)
                    for path in PAGES:
                        page.goto(base + path.format(subject=subject))
                        with self.subTest(path=path, scheme=scheme, width=width):
                            found = Axe().run(page, options=RULES).response["violations"]
                            told = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]
                            self.assertEqual(told, [])
                            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)

    def test_a_page_reads_the_same_without_its_script(self) -> None:
        with served(self.first) as base, self.opened(java_script_enabled=False) as page:
            page.goto(f"{base}attempts.html?task=repair")
            expect(page.locator(".list tbody tr")).to_have_count(6)
            page.locator("select[name=task]").select_option("generate")
            with page.expect_navigation():
                page.locator("#filter button").click()
            self.assertIn("task=generate", page.url)
            expect(page.locator(".list tbody tr")).to_have_count(6)

    def test_hostile_texts_are_texts(self) -> None:
        bundle = self.folder / "hostile"
        secucogen("view", str(self.hostile), "--bundle", str(bundle))
        with served(self.hostile) as base:
            for root in (base, bundle.as_uri() + "/"):
                with self.opened() as page:
                    for number, text in enumerate(HOSTILE, 1):
                        page.goto(f"{root}attempt/0-generate-CWE-89_01-task-{number}.html")
                        page.wait_for_timeout(20)
                        with self.subTest(root=root[:8], text=text):
                            self.assertNotIn("owned", page.title())
                            self.assertTrue(page.locator("h1").is_visible())
                            self.assertEqual(page.locator("main iframe, main img, main base, main style, main script").count(), 0)
                            if text.isprintable():
                                self.assertIn(text, page.locator("main").text_content() or "")
                    for path in ("index.html", "attempts.html", "samples.html", "sample/CWE-89_01.html"):
                        page.goto(root + path)
                        self.assertNotIn("owned", page.title())
                        self.assertEqual(page.locator("main b").count(), 0)

    def test_only_this_machine_by_its_own_name_is_answered(self) -> None:
        with served(self.first) as base:
            where = urllib.parse.urlsplit(base)
            for host, status in (("127.0.0.1", 200), ("evil.example", 421), ("localhost", 200)):
                connection = http.client.HTTPConnection("127.0.0.1", where.port or 0)
                connection.request("GET", where.path, headers={"Host": f"{host}:{where.port}"})
                answer = connection.getresponse()
                self.assertEqual(answer.status, status, host)
                self.assertIn("default-src 'none'", answer.headers["Content-Security-Policy"] or "")
                connection.close()

    def test_a_run_that_is_being_made_grows_on_the_page(self) -> None:
        growing = self.folder / "growing.run"
        plan = ["run", "--model", "control/secure", "--sample", "CWE-89_01", "--output", str(growing)]
        secucogen(*plan)
        with served(growing) as base, self.opened() as page:
            page.goto(f"{base}attempts.html")
            self.assertEqual(page.locator("#count").inner_text(), "1")
            secucogen(*plan, "--attempts", "3")
            # Not `wait_for_function`: it evaluates a string in the page, which the page's policy forbids.
            expect(page.locator("#count")).to_have_text("3", timeout=30_000)

    def test_a_figure_in_a_sorted_table_keeps_averages_last(self) -> None:
        with served(self.first, self.second) as base, self.opened() as page:
            page.goto(base)
            table = page.locator("section:has(tr.average) table").first
            for _ in range(2):
                table.locator("thead tr").last.locator("th button").nth(1).click()
                kinds = [row.get_attribute("class") for row in table.locator("tbody tr").all()]
                self.assertEqual(kinds, sorted(kinds, key=lambda kind: kind == "average"))


if __name__ == "__main__":
    unittest.main()
