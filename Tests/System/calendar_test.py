#!/usr/bin/python3
"""Has others read what `cardinfo calendar` writes: libical, Python's icalendar, and a CalDAV server.

    CARDINFO=.build/debug/cardinfo Tests/System/calendar_test.py

radicale refuses what it can't parse; each event is PUT to it, moved by a renewal, and read back. As root it
installs what is missing; exits with 77 and a reason where this can't be hosted.
"""

import base64
import ctypes
import datetime
import os
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import python_modules

ROOT = Path(__file__).resolve().parents[2]
CARDINFO = os.environ.get("CARDINFO", str(ROOT / ".build/debug/cardinfo"))
AT = str(ROOT / "Tests/System/at")
PACKAGES = ["libical3", "faketime", "python3-venv"]
MODULES = ["icalendar==7.3.2", "radicale==3.9.0"]
PRIVATE = "8944110123456789013"


def prepare():
    """Goes on with a Python that has the modules, after installing what is missing."""
    if not os.access(CARDINFO, os.X_OK):
        sys.exit(f"{CARDINFO} is not built")
    python_modules.run_with("calendar", PACKAGES, MODULES, ["icalendar", "radicale"])


class CalendarTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = scratch.name
        self.run_at("2026-06-02", "line", "add", "--name", "giffgaff; a, b\\ 家里", "--rule", "giffgaff",
                    "--iccid", PRIVATE, "--activated", "2026-06-01")
        self.run_at("2026-06-02", "log", "giffgaff", "topup", "10", "GBP", "--on", "2026-06-01")
        self.run_at("2026-11-01", "line", "add", "--name", "Orange Holiday", "--expires", "2026-12-06")

    def run_at(self, day, *arguments):
        environment = {**os.environ, "XDG_DATA_HOME": self.scratch + "/data", "LC_ALL": "C",
                       "XDG_CONFIG_HOME": self.scratch + "/config", "TZ": "Europe/London"}
        return subprocess.run([AT, f"@{day}T12:00:00", CARDINFO, *arguments], check=True,
                              env=environment, capture_output=True).stdout

    def calendar(self, day, *arguments):
        return self.run_at(day, "calendar", *arguments)

    def events(self, calendar):
        import icalendar
        return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(calendar).walk("VEVENT")}

    def test_icalendar_reads_it(self):
        events = self.events(self.calendar("2026-11-23")).values()
        names = {str(event["SUMMARY"]): event for event in events}
        self.assertEqual(set(names), {"giffgaff; a, b\\ 家里: renew it", "Orange Holiday: renew it"})
        event = names["giffgaff; a, b\\ 家里: renew it"]
        self.assertEqual(event.decoded("DTSTART"), datetime.date(2026, 11, 28))
        alarms = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
        self.assertEqual(alarms, [datetime.timedelta(days=-days, hours=9) for days in (30, 7, 3)])

    def test_libical_reads_it(self):
        ical = ctypes.CDLL("libical.so.3")
        ical.icalparser_parse_string.restype = ctypes.c_void_p
        ical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
        for check in (ical.icalrestriction_check, ical.icalcomponent_count_errors):
            check.argtypes = [ctypes.c_void_p]
        for arguments in ((), ("--alarms-as-events",), ("--lang", "zh-Hans")):
            calendar = self.calendar("2026-11-23", *arguments)
            parsed = ical.icalparser_parse_string(calendar)
            self.assertTrue(parsed)
            self.assertEqual(ical.icalcomponent_count_errors(parsed), 0)
            self.assertEqual(ical.icalrestriction_check(parsed), 1)
            for line in calendar.split(b"\r\n"):
                self.assertLessEqual(len(line), 75)
            self.assertNotIn(PRIVATE.encode(), calendar.replace(b"\r\n ", b""))

    def test_a_server_takes_it_and_its_changes(self):
        import icalendar
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "radicale", "--config", "", "--server-hosts", f"127.0.0.1:{port}",
             "--storage-filesystem-folder", self.scratch + "/radicale", "--auth-type", "none"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        root = f"http://127.0.0.1:{port}/someone/lines/"

        def ask(method, address, body=None):
            request = urllib.request.Request(address, data=body, method=method)
            request.add_header("Content-Type", "text/calendar; charset=utf-8")
            # Whoever comes is let in, and has a place of their own by their name.
            request.add_header("Authorization", "Basic " + base64.b64encode(b"someone:").decode())
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read()

        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        self.assertEqual(ask("MKCALENDAR", root)[0], 201)
        for day, status in (("2026-11-23", 201), ("2026-11-25", 201)):
            calendar = self.calendar(day)
            whole = icalendar.Calendar.from_ical(calendar)
            for event in whole.walk("VEVENT"):
                one = icalendar.Calendar()
                for name, value in whole.property_items(recursive=False):
                    if name not in ("BEGIN", "END"):
                        one.add(name, value)
                one.add_component(event)
                answer, _ = ask("PUT", f"{root}{event['UID']}.ics", one.to_ical())
                self.assertIn(answer, (201, 204))
            kept = self.events(ask("GET", root)[1])
            self.assertEqual(set(kept), set(self.events(calendar)), "nothing is there twice")
            if day == "2026-11-23":
                self.run_at("2026-11-24", "log", "giffgaff", "topup", "10", "GBP")
                self.run_at("2026-11-24", "line", "remove", "Orange Holiday")
        states = {str(event["SUMMARY"])[:6]: (str(event["STATUS"]), event.decoded("DTSTART"))
                  for event in kept.values()}
        self.assertEqual(states["giffga"], ("CONFIRMED", datetime.date(2027, 5, 23)))
        self.assertEqual(states["Orange"][0], "CANCELLED")


if __name__ == "__main__":
    prepare()
    unittest.main()
