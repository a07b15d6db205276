#!/usr/bin/python3
"""Opens the page of `cardinfo report` in a real browser, and has judges that are not ours look at it.

    CARDINFO=.build/debug/cardinfo Tests/System/report_page_test.py

In Chromium, at the width of a phone and of a screen, light and dark, in each complete language: nothing is
fetched, nothing overflows, each row and card unfolds by keyboard, axe finds nothing serious. html5lib's
strict parser and tidy judge the HTML, ZBar reads the QR code off the screen. With CARDINFO_SHOTS=DIRECTORY
the pictures are kept. As root it installs what is missing; exits with 77 and a reason where this can't be
hosted.
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import python_modules

ROOT = Path(__file__).resolve().parents[2]
CARDINFO = os.environ.get("CARDINFO", str(ROOT / ".build/debug/cardinfo"))
AT = str(ROOT / "Tests/System/at")
CHROMIUM = "/usr/bin/chromium"
PACKAGES = ["chromium", "tidy", "zbar-tools", "faketime", "python3-venv", "fonts-noto-cjk"]
MODULES = ["playwright==1.65.2", "axe-core-python==0.1.0", "html5lib==1.1"]


def prepare():
    """Goes on with a Python that has the modules, after installing what is missing."""
    if not os.access(CARDINFO, os.X_OK):
        sys.exit(f"{CARDINFO} is not built")
    python_modules.run_with("browser", PACKAGES, MODULES, ["playwright", "axe_core_python", "html5lib"])
    if not os.access(CHROMIUM, os.X_OK):
        python_modules.skip("there is no Chromium; as root this installs it")


TODAY = "2026-11-23"
HOSTILE = "</title><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
STORY = [
    ("2026-06-01", "line", "add", "--name", "giffgaff", "--rule", "giffgaff", "--iccid",
     "8944110123456789013", "--activated", "2026-06-01", "--number", "+44 7700 900123"),
    ("2026-06-02", "log", "giffgaff", "topup", "10", "GBP", "--on", "2026-06-01"),
    ("2026-06-02", "log", "giffgaff", "balance", "7.40", "GBP"),
    ("2026-06-03", "line", "add", "--name", "家里 · 中国移动", "--rule", "china-mobile-prepaid",
     "--last-top-up", "2026-06-02"),
    ("2026-11-01", "line", "add", "--name", "出差 🇭🇰 每90天充值", "--rule", "3hk",
     "--last-top-up", "2026-10-20"),
    ("2026-11-01", "line", "add", "--name", "Orange Holiday", "--expires", "2026-12-06"),
    ("2026-11-01", "line", "add", "--name", HOSTILE, "--expires", "2026-12-01"),
    ("2026-11-01", "line", "add", "--name", "csl", "--expires", "2026-11-26"),
    ("2026-11-20", "renew", "csl", "start", "50", "HKD"),
    ("2026-11-20", "renew", "csl", "submitted"),
    ("2026-11-01", "line", "add", "--name", "o2 kid"),
    ("2026-11-01", "line", "add", "--name", "bundle", "--rule", "monthly-bundle", "--billing-day",
     "15", "--fee", "12.50 EUR", "--fee-every", "1m", "--renews", "card"),
    ("2026-11-01", "line", "add", "--name", "far", "--expires", "2027-06-30"),
    ("2026-11-01", "line", "add", "--name", "gone", "--expires", "2027-06-30"),
    ("2026-11-11", "log", "gone", "cancel", "--on", "2026-11-10"),
]
VIEWS = [(language, width, scheme) for language in ("en", "zh-Hans") for width in (360, 1280)
         for scheme in ("light", "dark")]


class ReportPageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from playwright.sync_api import sync_playwright
        cls.scratch = tempfile.TemporaryDirectory()
        cls.shots = Path(os.environ.get("CARDINFO_SHOTS", cls.scratch.name))
        for day, *arguments in STORY:
            cls.cardinfo(day, *arguments)
        cls.pages = {}
        for language in ("en", "zh-Hans"):
            file = Path(cls.scratch.name) / f"{language}.html"
            cls.cardinfo(TODAY, "report", "--lang", language, "--output", str(file))
            cls.pages[language] = file
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.scratch.cleanup()

    @classmethod
    def cardinfo(cls, day, *arguments):
        environment = {**os.environ, "XDG_DATA_HOME": cls.scratch.name + "/data", "LC_ALL": "C",
                       "XDG_CONFIG_HOME": cls.scratch.name + "/config", "TZ": "Europe/London"}
        environment.pop("LANGUAGE", None)
        subprocess.run([AT, f"@{day}T12:00:00", CARDINFO, *arguments], check=True,
                       env=environment, stdout=subprocess.DEVNULL)

    def open(self, language, width=1280, scheme="light", **options):
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        self.addCleanup(context.close)
        page = context.new_page()
        page.problems, page.requests = [], []
        page.on("console", lambda message: page.problems.append(message.text))
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(self.pages[language].as_uri())
        return page

    def unfold(self, page):
        page.evaluate("""() => {
          document.querySelectorAll('details:not(.qr)').forEach(details => details.open = true)
          document.querySelectorAll('details.qr')[0].open = true }""")

    def test_every_view(self):
        from axe_core_python.sync_playwright import Axe
        for language, width, scheme in VIEWS:
            with self.subTest(language=language, width=width, scheme=scheme):
                page = self.open(language, width, scheme)
                for folded in (True, False):
                    if not folded:
                        self.unfold(page)
                    self.assertEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                    found = Axe().run(page)["violations"]
                    serious = [(one["id"], [node["html"] for node in one["nodes"]][:3])
                               for one in found if one["impact"] in ("serious", "critical")]
                    self.assertEqual(serious, [])
                # What is out of sight is not painted until it is scrolled to.
                page.add_style_tag(content="* { content-visibility: visible !important }") \
                    if os.environ.get("CARDINFO_SHOTS") else None
                page.screenshot(path=self.shots / f"{language}-{width}-{scheme}.png", full_page=True)
                self.assertEqual(page.title().count("owned"), 0)
                self.assertEqual(
                    [one for one in page.requests if not one.startswith("file:")], [])
                self.assertEqual([one for one in page.problems if "style" not in one], [])

    def test_the_scale_follows_the_choice(self):
        page = self.open("en")
        bar = "document.querySelector('.bar.critical').getBoundingClientRect().width"
        year = page.evaluate(bar)
        page.focus("#scale-year")
        page.keyboard.press("ArrowLeft")
        self.assertTrue(page.is_checked("#scale-month"))
        self.assertGreater(page.evaluate(bar), year)

    def test_by_keyboard_without_script(self):
        page = self.open("en", java_script_enabled=False)
        page.focus("details > summary.row")
        page.keyboard.press("Enter")
        self.assertTrue(page.locator(".todo .how").first.is_visible())
        # A row of the timeline leads into its card, which unfolds.
        page.locator(".span a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
        self.assertTrue(page.locator("#line-1 dl").first.is_visible())

    def test_the_code_leads_where_its_text_says(self):
        page = self.open("en")
        self.unfold(page)
        code = page.locator("details.qr[open] svg").first
        file = self.shots / "code.png"
        code.screenshot(path=file)
        read = subprocess.run(["zbarimg", "-q", "--raw", file], capture_output=True, text=True)
        self.assertIn(read.stdout.strip(), code.get_attribute("aria-label"))
        self.assertNotEqual(read.stdout.strip(), "")

    def test_print(self):
        page = self.open("en")
        file = self.shots / "page.pdf"
        page.pdf(path=file, prefer_css_page_size=True)
        self.assertTrue(file.read_bytes().startswith(b"%PDF"))
        page.emulate_media(media="print", color_scheme="dark")
        colours = page.evaluate("""[getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.body).color]""")
        self.assertEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"])

    def test_the_html_is_valid(self):
        import html5lib
        for file in self.pages.values():
            text = file.read_text()
            html5lib.HTMLParser(strict=True).parse(text)
            judged = subprocess.run(["tidy", "-q", "-e", file], capture_output=True, text=True)
            self.assertLess(judged.returncode, 2, judged.stderr)
            self.assertNotIn("8944110123456789013", text)
            self.assertNotIn("900123", text)


if __name__ == "__main__":
    prepare()
    unittest.main()
