#!/usr/bin/python3
"""Uses `cardinfo desk` in a real browser, and attacks it on its socket.

    CARDINFO=.build/debug/cardinfo Tests/System/desk_page_test.py

In Chromium, at the width of a phone and of a screen, light and dark, in each complete language: nothing
overflows, no rule of the page's policy is broken, axe finds nothing serious; by keyboard and without script a
top-up is recorded, a reply kept, a table imported. With a virtual card in a reader of a pcscd of its own: profiles are
enabled, renamed, deleted and downloaded, by a code and by a picture, while other tabs and programs look on. On the socket: heads that have two meanings or no end, and
another user of this machine. With CARDINFO_SHOTS=DIRECTORY the pictures are kept. As root it installs what is
missing; exits with 77 and a reason where this can't be hosted.
"""

import ctypes
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import zlib
from pathlib import Path

import python_modules

ROOT = Path(__file__).resolve().parents[2]
CARDINFO = os.environ.get("CARDINFO", str(ROOT / ".build/debug/cardinfo"))
SYSTEM = str(ROOT / "Tests/System") + "/"
AT = str(ROOT / "Tests/System/at")
CHROMIUM = "/usr/bin/chromium"
PACKAGES = ["chromium", "tidy", "zbar-tools", "faketime", "python3-venv", "fonts-noto-cjk",
            "libmicrohttpd12", "openssl", "pcscd", "vsmartcard-vpcd", "libcurl4", "libqrencode4"]
MODULES = ["playwright==1.65.2", "axe-core-python==0.1.0", "html5lib==1.1"]
HOSTILE = "</title><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
STORY = [
    ("2026-06-01", "line", "add", "--name", "giffgaff", "--rule", "giffgaff", "--iccid",
     "8944110123456789013", "--activated", "2026-06-01", "--number", "+44 7700 900123"),
    ("2026-06-02", "log", "giffgaff", "topup", "10", "GBP", "--on", "2026-06-01"),
    ("2026-06-03", "line", "add", "--name", "家里 · 中国移动", "--rule", "china-mobile-prepaid",
     "--last-top-up", "2026-06-02"),
    ("2026-11-01", "line", "add", "--name", "Orange Holiday", "--expires", "2026-12-06"),
    ("2026-11-01", "line", "add", "--name", HOSTILE, "--expires", "2026-12-01"),
    ("2026-11-01", "line", "add", "--name", "o2 kid"),
]
VIEWS = [(language, width, scheme) for language in ("en", "zh-Hans") for width in (360, 1280)
         for scheme in ("light", "dark")]


def prepare():
    """Goes on with a Python that has the modules, after installing what is missing."""
    if not os.access(CARDINFO, os.X_OK):
        sys.exit(f"{CARDINFO} is not built")
    python_modules.run_with("browser", PACKAGES, MODULES, ["playwright", "axe_core_python", "html5lib"])
    if not os.access(CHROMIUM, os.X_OK):
        python_modules.skip("there is no Chromium; as root this installs it")


class QRcode(ctypes.Structure):
    """As libqrencode has it."""
    _fields_ = [("version", ctypes.c_int), ("width", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_ubyte))]


def qr_picture(text, scale=6, border=4):
    """A QR code as a PNG file."""
    library = ctypes.CDLL("libqrencode.so.4")
    library.QRcode_encodeString.restype = ctypes.POINTER(QRcode)
    code = library.QRcode_encodeString(text.encode(), 0, 1, 2, 1).contents
    side = (code.width + 2 * border) * scale
    rows = b""
    for y in range(side):
        rows += b"\0"
        for x in range(side):
            column, row = x // scale - border, y // scale - border
            inside = 0 <= column < code.width and 0 <= row < code.width
            rows += b"\0" if inside and code.data[row * code.width + column] & 1 else b"\xff"

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Desk:
    """A desk that runs until it is closed."""

    def __init__(self, scratch, language="en", *options, today="2026-11-23", readers=None):
        self.environment = {**os.environ, "PCSCLITE_CSOCK_NAME": readers or "/no/such/socket", "XDG_DATA_HOME": scratch + "/data", "LC_ALL": "C",
                            "XDG_CONFIG_HOME": scratch + "/config", "TZ": "Europe/London"}
        self.environment.pop("LANGUAGE", None)
        self.process = subprocess.Popen(
            [AT, f"@{today}T12:00:00", CARDINFO, "desk", "--port", "0", "--lang", language, *options],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            start_new_session=True)
        self.link = self.process.stdout.readline().strip()
        self.root = self.link.split("/login")[0]
        self.port = int(self.root.rsplit(":", 1)[1])

    def close(self):
        # faketime, which ends at once, does not hand a signal on; the desk itself holds the pipe as long as it runs.
        os.killpg(self.process.pid, signal.SIGTERM)
        patience = threading.Timer(20, os.killpg, (self.process.pid, signal.SIGKILL))
        patience.start()
        began = time.monotonic()
        self.process.stdout.read()
        patience.cancel()
        self.process.wait(10)
        self.process.stdout.close()
        if time.monotonic() - began > 19:
            raise AssertionError("the desk does not end when it is asked to")

    def say(self, text):
        """What comes back for raw bytes."""
        with socket.create_connection(("127.0.0.1", self.port), 10) as connection:
            connection.settimeout(10)
            got = b""
            try:
                connection.sendall(text)
                while piece := connection.recv(65536):
                    got += piece
            except OSError:
                pass
            return got


class DeskPageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from playwright.sync_api import sync_playwright
        cls.shots = Path(os.environ.get("CARDINFO_SHOTS") or tempfile.mkdtemp())
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = scratch.name

    def readers(self, *cards):
        """The socket of a pcscd that has these cards in readers, until the test ends."""
        process = subprocess.Popen(
            [SYSTEM + "private-pcscd", "--slots", str(len(cards)), "--", SYSTEM + "with-virtual-cards", CARDINFO,
             *cards, "--", "sh", "-c", "echo $PCSCLITE_CSOCK_NAME; exec cat"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.wait, 20)
        self.addCleanup(process.stdin.close)
        name = process.stdout.readline().strip()
        self.addCleanup(process.stdout.close)
        if not name:
            self.skipTest("this machine can't host a pcscd of its own")
        return name

    def servers(self):
        """The address of a test SM-DP+ with two orders."""
        scenario = Path(self.scratch) / "scenario.json"
        scenario.write_text(json.dumps({"orders": [
            {"iccid": "8900100000000000010", "matching_id": "PASTED", "provider": "Test Mobile", "name": "Test 5 GB"},
            {"iccid": "8900100000000000028", "matching_id": "IN-A-PICTURE", "provider": "Test Mobile",
             "name": "Test 9 GB", "confirmation_code": "2468", "tries": 3}]}))
        process = subprocess.Popen(
            ["/usr/bin/python3", str(ROOT / "Tools/TestRSP/serve.py"), "--scenario", str(scenario)],
            stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait, 10)
        self.addCleanup(process.kill)
        return process.stdout.readline().strip().rsplit(":", 1)[1]

    def profiles(self, readers):
        """What a second process reads: the states of profiles by their names."""
        run = subprocess.run([CARDINFO, "profiles", "--json"], capture_output=True, text=True, check=True,
                             env={**os.environ, "PCSCLITE_CSOCK_NAME": readers, "LC_ALL": "C"})
        euicc = json.loads(run.stdout)["cards"][0]["euiccs"][0]
        return {one.get("nickname") or one.get("serviceProvider"): one["state"] for one in euicc["profiles"]}

    def desk(self, language="en", *options, story=STORY, readers=None):
        desk = Desk.__new__(Desk)
        environment = {**os.environ, "XDG_DATA_HOME": self.scratch + "/data", "LC_ALL": "C",
                       "XDG_CONFIG_HOME": self.scratch + "/config", "TZ": "Europe/London"}
        environment.pop("LANGUAGE", None)
        for day, *arguments in story:
            subprocess.run([AT, f"@{day}T12:00:00", CARDINFO, *arguments], check=True,
                           env=environment, stdout=subprocess.DEVNULL)
        desk.__init__(self.scratch, language, *options, readers=readers)
        self.addCleanup(desk.close)
        return desk

    def open(self, link, width=1280, scheme="light", **options):
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        self.addCleanup(context.close)
        page = context.new_page()
        page.problems, page.requests = [], []
        page.on("console", lambda message: page.problems.append(message.text))
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(link)
        return page

    def follow(self, page, locator):
        """Clicks what leads to another page, and waits until that one is there with its style."""
        with page.expect_navigation():
            locator.click()

    def look(self, page, name, width):
        from axe_core_python.sync_playwright import Axe
        page.wait_for_load_state()
        self.assertEqual(page.evaluate("document.documentElement.scrollWidth"), width, name)
        self.assertEqual(page.title().count("owned"), 0)
        self.assertEqual(page.problems, [], name)
        # The browser's own hand, which the page's policy does not stop.
        found = Axe().run(page)["violations"]
        serious = [(one["id"], [node["html"] for node in one["nodes"]][:3])
                   for one in found if one["impact"] in ("serious", "critical")]
        self.assertEqual(serious, [], name)
        page.screenshot(path=self.shots / f"desk-{name}.png", full_page=True)
        page.problems.clear()

    def test_every_view(self):
        for language in ("en", "zh-Hans"):
            desk = self.desk(language, story=STORY if language == "en" else [])
            state = None
            for width, scheme in [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]:
                with self.subTest(language=language, width=width, scheme=scheme):
                    page = self.open(desk.link if state is None else desk.root + "/", width, scheme,
                                     bypass_csp=False, storage_state=state)
                    state = page.context.storage_state()
                    view = f"{language}-{width}-{scheme}"
                    self.look(page, f"todo-{view}", width)
                    page.locator("summary.row").first.click()
                    page.locator("details.qr > summary").first.click()
                    self.look(page, f"unfolded-{view}", width)
                    for path in ("timeline", "lines", "cards", "import", "calendar"):
                        page.goto(f"{desk.root}/{path}")
                        self.look(page, f"{path}-{view}", width)
                    page.goto(desk.root + "/lines")
                    self.follow(page, page.locator(".rows a").first)
                    self.look(page, f"line-{view}", width)
                    ways = page.locator(".ways a")
                    for number in range(ways.count()):
                        self.follow(page, ways.nth(number))
                        self.look(page, f"way{number}-{view}", width)
                        page.go_back()
                    self.assertEqual([one for one in page.requests if not one.startswith(desk.root)], [])
                    # No secret stands in an address once the link was used.
                    self.assertEqual([one for one in page.requests if re.search("[0-9a-f]{64}", one)
                                      and "/login?once=" not in one], [])

    def test_bars_are_in_their_places(self):
        page = self.open(self.desk().link)
        page.goto(page.url + "timeline")
        bar = "document.querySelector('.bar.critical').getBoundingClientRect().width"
        year = page.evaluate(bar)
        page.focus("#scale-year")
        page.keyboard.press("ArrowLeft")
        self.assertTrue(page.is_checked("#scale-month"))
        self.assertGreater(page.evaluate(bar), year)

    def test_by_keyboard_without_script(self):
        page = self.open(self.desk().link, java_script_enabled=False)
        page.keyboard.press("Tab")
        self.assertIn("#main", page.locator(":focus").get_attribute("href"))
        page.focus("summary.row")
        page.keyboard.press("Enter")
        link = page.locator(".todo details[open] .how > p a").last
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/line?of=*")
        page.locator(".ways a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/log?of=*")
        page.focus("select[name=what]")
        page.keyboard.type("top-up")
        page.focus("input[name=amount]")
        page.keyboard.type("10 GBP")
        page.keyboard.press("Enter")
        page.wait_for_url("**/line?of=*")
        self.assertIn("recorded", page.locator("[role=status]").inner_text())
        page.locator(".ways a").nth(1).focus()
        page.keyboard.press("Enter")
        page.focus("textarea")
        page.keyboard.type("Your balance is £17.40.")
        page.keyboard.press("Tab")
        page.locator("button", has_text="Show").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".understood")
        page.screenshot(path=self.shots / "desk-understood.png", full_page=True)
        page.locator("button", has_text="Keep").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/line?of=*")
        self.assertIn("17.4", page.content())

    def test_a_file_is_looked_at_and_imported(self):
        desk = self.desk(story=[])
        page = self.open(desk.link)
        self.assertIn("No line is tracked yet", page.title())
        table = Path(self.scratch) / "lines.csv"
        table.write_text("name,expires\n" + HOSTILE.replace(",", "") + ",2027-01-05\nspare,2027-02-01\n")
        page.goto(desk.root + "/import")
        page.set_input_files("input[name=file]", table)
        self.follow(page, page.locator("button", has_text="Show"))
        self.look(page, "preview", 1280)
        self.follow(page, page.locator("button", has_text="Import it"))
        page.wait_for_url("**/lines")
        self.assertIn("spare", page.content())
        self.assertEqual(page.title().count("owned"), 0)

    def test_a_profile_is_changed(self):
        readers = self.readers("travel-euicc")
        desk = self.desk(story=STORY[:1], readers=readers)
        page = self.open(desk.link)
        # It comes by itself.
        page.wait_for_selector("#cards a:has-text('Orange')")
        state = page.context.storage_state()
        other = self.open(desk.root + "/cards", storage_state=state)
        other.wait_for_selector("#cards a:has-text('Orange')")
        self.look(other, "cards-in-readers", 1280)
        page.locator("#cards a", has_text="Orange").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/profile?of=*")
        self.look(page, "profile", 1280)
        stale = page.url
        page.locator("button", has_text="Enable it").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("input[name=change]", state="attached")
        self.look(page, "profile-enable", 1280)
        self.assertEqual(self.profiles(readers)["Orange"], "disabled")
        page.locator("main button", has_text="Enable it").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".done")
        self.look(page, "profile-enabled", 1280)
        self.assertEqual(self.profiles(readers)["Orange"], "enabled")
        # The other tab shows it by itself; a page of before leads nowhere.
        other.wait_for_selector("#cards li:has-text('Orange'):has-text('enabled')")
        page.goto(stale)
        self.assertIn("read anew since", page.content())
        page.problems.clear()
        # Deleted with its name typed, at the width of a phone, in the dark.
        small = self.open(desk.root + "/cards", 360, "dark", storage_state=state)
        small.wait_for_selector("#cards a:has-text('3HK'), #cards a:has-text('出差')")
        self.look(small, "cards-in-readers-360-dark", 360)
        self.follow(small, small.locator("#cards a", has_text="出差"))
        self.look(small, "profile-360-dark", 360)
        self.follow(small, small.locator("button", has_text="Delete it"))
        self.look(small, "profile-delete-360-dark", 360)
        small.fill("input[name=typed]", "no")
        self.follow(small, small.locator("main button", has_text="Delete it for good"))
        self.assertIn("neither its name", small.locator("[role=alert]").inner_text())
        small.problems.clear()
        small.fill("input[name=typed]", "出差 🇭🇰 每90天充值")
        self.follow(small, small.locator("main button", has_text="Delete it for good"))
        small.wait_for_selector(".done")
        self.look(small, "profile-deleted-360-dark", 360)
        self.assertNotIn("出差 🇭🇰 每90天充值", self.profiles(readers))
        # No number of a card stands in an address.
        for one in page.requests + small.requests + other.requests:
            self.assertIsNone(re.search("[0-9]{7}", one.split("?")[-1].replace("once=", "")
                                        if "/login" not in one else ""), one)

    def test_every_view_of_a_card(self):
        readers = self.readers("travel-euicc")
        kept = subprocess.run(
            [AT, "@2026-11-20T12:00:00", CARDINFO, "read", "--save", "--virtual", "blank-euicc", "--virtual", "plain-sim"],
            env={**os.environ, "XDG_DATA_HOME": self.scratch + "/data", "LC_ALL": "C"}, capture_output=True, text=True)
        self.assertEqual(kept.returncode, 0, kept.stderr)
        for language in ("en", "zh-Hans"):
            desk = self.desk(language, story=STORY[:2] if language == "en" else [], readers=readers)
            state = None
            for width, scheme in [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]:
                with self.subTest(language=language, width=width, scheme=scheme):
                    page = self.open(desk.link if state is None else desk.root + "/", width, scheme,
                                     bypass_csp=False, storage_state=state)
                    state = page.context.storage_state()
                    view = f"{language}-{width}-{scheme}"
                    page.goto(desk.root + "/cards")
                    page.wait_for_selector("#cards a:has-text('Orange')")
                    self.look(page, f"drawer-{view}", width)
                    if language == "en":
                        untracked = page.locator("#cards li", has_text="not tracked").all_inner_texts()
                        self.assertTrue(untracked)
                        # Each says what is not tracked.
                        self.assertEqual([one for one in untracked if "abled · not tracked" not in one], [])
                    self.follow(page, page.locator("#cards a", has_text="Orange"))
                    self.look(page, f"profile-{view}", width)
                    self.follow(page, page.locator("main button[name=enable]"))
                    page.wait_for_selector("input[name=change]", state="attached")
                    self.look(page, f"enable-{view}", width)
                    page.goto(desk.root + "/cards")
                    self.follow(page, page.locator("#cards a[href^='/download']").first)
                    self.look(page, f"download-{view}", width)
                    page.goto(desk.root + "/lines")
                    self.follow(page, page.locator(".rows a").first)
                    self.follow(page, page.locator(".ways a[href^='/renew']"))
                    self.look(page, f"renew-{view}", width)
                    if page.locator("button[name=start]").count():
                        page.fill("input[name=amount]", "10 GBP")
                        self.follow(page, page.locator("button[name=start]"))
                        self.look(page, f"planned-{view}", width)
                        self.follow(page, page.locator(".ways a[href^='/renew']"))
                    self.look(page, f"renewal-open-{view}", width)

    def test_a_profile_is_downloaded(self):
        readers, port = self.readers("blank-euicc"), self.servers()
        desk = self.desk("en", "--ca", str(ROOT / "Tools/TestRSP/pki/ci.pem"), story=STORY[:1], readers=readers)
        page = self.open(desk.link, java_script_enabled=False)
        for _ in range(50):
            page.goto(desk.root + "/cards")
            if page.locator("#cards a", has_text="Download a profile").count():
                break
        self.follow(page, page.locator("#cards a", has_text="Download a profile"))
        page.fill("input[name=code]", f"LPA:1$localhost:{port}$PASTED")
        page.fill("input[name=name]", "Trip")
        self.follow(page, page.locator("button", has_text="Show what the server has"))
        page.wait_for_selector("input[name=download]", state="attached", timeout=60000)
        self.assertIn("Test 5 GB", page.content())
        self.assertEqual(self.profiles(readers), {})
        page.screenshot(path=self.shots / "desk-download-offer.png", full_page=True)
        shown = page.url
        self.follow(page, page.locator("main button", has_text="Download it"))
        page.wait_for_selector(".done", timeout=60000)
        page.screenshot(path=self.shots / "desk-download-done.png", full_page=True)
        self.assertEqual(self.profiles(readers), {"Test Mobile": "disabled"})
        page.goto(desk.root + "/lines")
        self.assertIn("Trip", page.content())
        # Agreed to again, from a page that is still open, it fetches nothing.
        page.goto(shown)
        self.follow(page, page.locator("main button", has_text="Download it"))
        self.assertIn("nothing was done now", page.content())

        # A picture, pasted; a wrong confirmation code first.
        picture = Path(self.scratch) / "code.png"
        picture.write_bytes(qr_picture(f"LPA:1$localhost:{port}$IN-A-PICTURE$$1"))
        page = self.open(desk.root + "/cards", 360, storage_state=page.context.storage_state())
        page.wait_for_selector("#cards a:has-text('Download a profile')")
        self.follow(page, page.locator("#cards a", has_text="Download a profile"))
        self.look(page, "download-360", 360)
        page.evaluate("""(bytes) => {
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(bytes)], "code.png", {type: "image/png"}));
            document.dispatchEvent(new ClipboardEvent("paste", {clipboardData: files, bubbles: true}));
        }""", list(picture.read_bytes()))
        self.assertEqual(page.evaluate("document.querySelector('input[name=picture]').files.length"), 1)
        # A picture with nothing in it is not the question what waits at the card's own server.
        (Path(self.scratch) / "empty.png").touch()
        page.set_input_files("input[name=picture]", Path(self.scratch) / "empty.png")
        self.follow(page, page.locator("button", has_text="Show what the server has"))
        self.assertIn("the picture can't be read as an image", page.locator("[role=alert]").inner_text())
        page.problems.clear()
        page.set_input_files("input[name=picture]", picture)
        for code, end in (("1357", "[role=alert]"), ("2468", ".done")):
            self.follow(page, page.locator("button", has_text="Show what the server has"))
            page.wait_for_selector("input[name=confirmation], [role=alert]", timeout=60000)
            self.assertEqual(page.locator("[role=alert]").all_inner_texts(), [])
            self.assertIn("Test 9 GB", page.content())
            self.look(page, "download-offer-360", 360)
            page.fill("input[name=confirmation]", code)
            self.follow(page, page.locator("main button", has_text="Download it"))
            page.wait_for_selector(end, timeout=60000)
            self.look(page, f"download-{code}-360", 360)
            page.goto(desk.root + "/cards")
            self.follow(page, page.locator("#cards a", has_text="Download a profile"))
            page.set_input_files("input[name=picture]", picture)
        run = subprocess.run([CARDINFO, "profiles", "--json"], capture_output=True, text=True, check=True,
                             env={**os.environ, "PCSCLITE_CSOCK_NAME": readers, "LC_ALL": "C"})
        self.assertEqual(sorted(one["iccid"] for one in json.loads(run.stdout)["cards"][0]["euiccs"][0]["profiles"]),
                         ["8900100000000000010", "8900100000000000028"])
        # The codes stand in no address, and in no page.
        for one in page.requests:
            self.assertNotIn("PASTED", one)
            self.assertNotIn("PICTURE", one)

    def test_attacks_on_the_socket(self):
        desk = self.desk(story=STORY[:1])
        page = self.open(desk.link)
        cookie = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
        host = f"Host: 127.0.0.1:{desk.port}\r\n"
        ask = lambda head: desk.say(f"GET /lines HTTP/1.1\r\n{head}Cookie: {cookie}\r\nConnection: close\r\n\r\n".encode())
        self.assertIn(b" 200 ", ask(host).split(b"\r\n")[0])
        for head in (host + "Host: evil.example\r\n", "Host: evil.example\r\n" + host, "", "Host: evil.example\r\n",
                     host + "Origin: http://evil.example\r\n", host + "Cookie: x=y\r\n",
                     host + "Sec-Fetch-Site: cross-site\r\n"):
            answer = ask(head)
            self.assertNotIn(b" 200 ", answer.split(b"\r\n")[0], head)
            self.assertNotIn(b"giffgaff", answer)
        post = f"POST /log HTTP/1.1\r\n{host}Cookie: {cookie}\r\nOrigin: {desk.root}\r\n" \
               "Content-Type: application/x-www-form-urlencoded\r\n"
        for rest, status in (("Content-Length: 99999999\r\n\r\n", b" 413 "),
                             ("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b" 411 "),
                             ("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b" 4"),
                             ("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", b" 400 ")):
            self.assertIn(status, desk.say((post + rest).encode()).split(b"\r\n")[0], rest)
        self.assertNotIn(b" 200 ", desk.say(f"GET / HTTP/1.1\r\n{host}X: {'a' * 100_000}\r\n\r\n".encode())[:40])
        self.assertNotIn(b" 200 ", desk.say(b"\x16\x03\x01\x02\x00" * 100)[:40])
        for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/line%00", "//etc/passwd"):
            self.assertNotIn(b"root:", desk.say(f"GET {path} HTTP/1.1\r\n{host}Cookie: {cookie}\r\nConnection: close\r\n\r\n".encode()))
        # A used link is no link, and the desk goes on.
        again = desk.say(f"GET {desk.link[len(desk.root):]} HTTP/1.1\r\n{host}Connection: close\r\n\r\n".encode())
        self.assertIn(b" 403 ", again.split(b"\r\n")[0])
        self.assertIn(b" 200 ", ask(host).split(b"\r\n")[0])
        if os.geteuid() == 0:
            other = subprocess.run(
                ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "curl", "-s", "-H",
                 f"Cookie: {cookie}", f"{desk.root}/lines"], capture_output=True, text=True)
            self.assertIn("another user", other.stdout)
            self.assertNotIn("giffgaff", other.stdout)
            for path in ("profile", "download", "read", "renew", "log", "calendar"):
                other = subprocess.run(
                    ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "curl", "-s", "-H",
                     f"Cookie: {cookie}", "-H", f"Origin: {desk.root}", "-d", "of=1-0&enable=1", f"{desk.root}/{path}"],
                    capture_output=True, text=True)
                self.assertIn("another user", other.stdout, path)

    def test_many_connections_do_not_end_it(self):
        desk = self.desk(story=STORY[:1])
        idle = [socket.create_connection(("127.0.0.1", desk.port)) for _ in range(100)]
        for one in idle:
            one.close()
        page = self.open(desk.link)
        self.assertIn("giffgaff", page.content())

    def test_another_machine_needs_a_certificate(self):
        files = [f"{self.scratch}/{name}.pem" for name in ("key", "certificate")]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj",
                        "/CN=127.0.0.2", "-keyout", files[0], "-out", files[1]],
                       check=True, stderr=subprocess.DEVNULL)
        desk = self.desk("en", "--listen", "127.0.0.2", "--key", files[0], "--certificate", files[1])
        self.assertTrue(desk.link.startswith("https://127.0.0.2:"))
        page = self.open(desk.link, ignore_https_errors=True)
        self.assertIn("giffgaff", page.content())
        self.assertTrue(page.context.cookies()[0]["secure"])

    def test_the_html_is_valid(self):
        import html5lib
        page = self.open(self.desk().link)
        for path in ("", "timeline", "lines", "import", "calendar", "cards", "readers"):
            text = page.request.get(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + "/" + path).text()
            html5lib.HTMLParser(strict=True).parse(text)


if __name__ == "__main__":
    prepare()
    unittest.main()
