"""Raters judge programs on a sheet, by keyboard, in a real browser; what they save goes back into the review."""

import contextlib
import json
import re
import shutil
import subprocess
import tempfile
import unittest
from collections.abc import Iterator
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from review_fixture import SECRETS, make_review
from test_pages import CHROMIUM, PROGRAM, ROOT, RULES, secucogen


class RaterSheetTest(unittest.TestCase):
    folder: Path
    browser: Browser

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="secucogen-sheet-"))
        cls.review = make_review(cls.folder)
        cls.sheets = {}
        for rater in ("ada", "ben"):
            cls.sheets[rater] = cls.folder / f"{rater}.html"
            secucogen("review", "sheet", str(cls.review), "--rater", rater, "--output", str(cls.sheets[rater]))
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls) -> None:
        cls.browser.close()
        cls.playwright.stop()
        shutil.rmtree(cls.folder)

    @contextlib.contextmanager
    def context(self, **options: object) -> Iterator[BrowserContext]:
        """A browser of one rater's own; complains of what no page may do."""
        context = self.browser.new_context(**options)
        said: list[str] = []
        context.on("console", lambda message: said.append(message.text))
        context.on("weberror", lambda error: said.append(str(error.error)))
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        yield context
        context.close()
        self.assertEqual(said, [], "on the console")
        self.assertEqual([url for url in asked if not re.match("file:|data:|blob:", url)], [])

    def open(self, context: BrowserContext, rater: str = "ada") -> Page:
        page = context.new_page()
        page.goto(self.sheets[rater].as_uri())
        return page

    def item(self, page: Page) -> str:
        return page.locator(".item:visible").get_attribute("data-item") or ""

    def judge(self, page: Page, keys: str = "2") -> str:
        item = self.item(page)
        page.keyboard.type(keys)
        page.keyboard.press("Enter")
        return item

    def saved(self, page: Page) -> list[dict[str, object]]:
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the judgements").click()
        return [json.loads(line) for line in Path(download.value.path()).read_text().splitlines()]

    def test_two_raters_judge_all_by_keyboard_and_the_review_takes_it(self) -> None:
        for rater in ("ada", "ben"):
            with self.context() as context:
                page = self.open(context, rater)
                judged = [self.judge(page, "1" if rater == "ada" else "3") for _ in range(10)]
                self.assertEqual(len(set(judged)), 10)
                expect(page.locator("#count")).to_have_text("10 of 10 judged")
                expect(page.locator("#message")).to_contain_text("All are judged")
                lines = self.saved(page)
            file = self.folder / f"{rater}.jsonl"
            file.write_text("".join(json.dumps(line) + "\n" for line in lines))
            self.assertEqual({line["item"] for line in lines}, set(judged))
            secucogen("review", "collect", str(self.review), str(file), "--rater", rater)
        report = subprocess.run(
            [PROGRAM, "review", "report", str(self.review), "--format", "csv"], check=True, capture_output=True, text=True, cwd=ROOT
        ).stdout
        self.assertIn("ada and ben,10,0.0", report)

    def test_a_closed_tab_loses_neither_judgement_nor_draft(self) -> None:
        with self.context() as context:
            page = self.open(context)
            first = self.judge(page)
            page.keyboard.type("3")
            page.get_by_label("Note").fill("not done yet")
            draft = self.item(page)
            page.close()
            page = self.open(context)
            expect(page.locator("#count")).to_have_text("1 of 10 judged")
            self.assertEqual(self.item(page), draft)
            expect(page.get_by_label("Note")).to_have_value("not done yet")
            expect(page.locator("[value=incorrect]")).to_be_checked()
            page.get_by_label("Note").press("Control+Enter")
            said = self.saved(page)
            self.assertEqual({(one["item"], one["verdict"]) for one in said}, {(first, "insecure"), (draft, "incorrect")})

    def test_two_tabs_at_once_keep_what_either_says(self) -> None:
        with self.context() as context:
            one, other = self.open(context), self.open(context)
            first = self.judge(one)
            other.keyboard.press("j")
            second = self.judge(other)
            self.assertNotEqual(first, second)
            expect(one.locator("#count")).to_have_text("2 of 10 judged")
            self.assertEqual({line["item"] for line in self.saved(one)}, {first, second})

    def test_a_judgement_is_taken_back_and_said_once_more(self) -> None:
        with self.context() as context:
            page = self.open(context)
            first, second = self.judge(page), self.judge(page)
            page.keyboard.press("u")
            self.assertEqual(self.item(page), second)
            expect(page.locator("#count")).to_have_text("1 of 10 judged")
            # Submitted twice, it is one judgement.
            page.keyboard.type("1")
            page.evaluate("() => { const form = document.getElementById('judgement'); form.requestSubmit(); }")
            expect(page.locator("#count")).to_have_text("2 of 10 judged")
            said = {line["item"]: line["verdict"] for line in self.saved(page)}
            self.assertEqual(said, {first: "insecure", second: "secure"})

    def test_lines_are_clicked_or_typed_and_nonsense_is_told(self) -> None:
        with self.context() as context:
            page = self.open(context)
            item = self.item(page)
            page.locator(".item:visible .no").nth(1).click()
            expect(page.get_by_label("Lines that show it")).to_have_value("2")
            expect(page.locator(".item:visible .line.marked")).to_have_count(1)
            for nonsense in ("0", "x", "5-3", "2, 99999", "1e3"):
                page.get_by_label("Lines that show it").fill(nonsense)
                page.locator("[value=insecure]").check()
                page.get_by_role("button", name="Submit").click()
                expect(page.locator("#message")).to_contain_text("Lines: numbers of this program")
            page.get_by_label("Lines that show it").fill("2 - 3, 1")
            page.get_by_role("button", name="Submit").click()
            (said,) = self.saved(page)
            self.assertEqual((said["item"], said["lines"]), (item, [1, 2, 3]))

    def test_nothing_tells_where_a_program_is_from_or_what_others_say(self) -> None:
        for rater, other in (("ada", "ben"), ("ben", "ada")):
            text = re.sub(r"(?s)<style>.*?</style>", "", self.sheets[rater].read_text())
            for secret in SECRETS:
                self.assertNotIn(secret, text)
            words = re.findall(r"[\w-]+", text)
            self.assertIn(rater, words)
            self.assertNotIn(other, words)

    def test_a_hostile_program_stays_a_text(self) -> None:
        with self.context() as context:
            page = self.open(context)
            for _ in range(10):
                page.keyboard.press("j")
                self.assertIn("Programs to judge", page.title())
                self.assertEqual(page.locator(".item iframe, .item script, .item img, .item svg, .item style, .item base").count(), 0)

    def test_it_is_accessible_and_fits_a_telephone(self) -> None:
        for scheme in ("light", "dark"):
            with self.context(color_scheme=scheme, viewport={"width": 390, "height": 844}, bypass_csp=True) as context:
                page = self.open(context)
                for key in ("", "g", "Escape", "?"):
                    if key:
                        page.keyboard.press(key)
                    found = Axe().run(page, options=RULES)
                    self.assertEqual(found.violations_count, 0, found.generate_report())
                width = page.evaluate("document.documentElement.scrollWidth")
                self.assertLessEqual(width, 390)


if __name__ == "__main__":
    unittest.main()
