#!/usr/bin/env python3
"""Runs the program that is shipped in a root that holds its libraries, /proc, /dev and nothing else.

    release_test.py PROGRAM

Zones, languages and names of countries must then come from the program itself. Exit status 77 where
this machine can't make such a root.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(".build/release/cardinfo")


def libraries(program):
    """The files that ldd names."""
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return re.findall(r"(?:=> )?(/\S+) \(0x", listed)


class ReleaseTest(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for file in libraries(PROGRAM):
            copy = self.root / file.lstrip("/")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
        shutil.copy(PROGRAM, self.root / "cardinfo")
        (self.root / "home").mkdir()
        (self.root / "proc").mkdir()
        (self.root / "dev").mkdir()

    def run_in_root(self, *arguments, **environment):
        # Swift finds a program's arguments in /proc, and Foundation chance in /dev.
        run = subprocess.run(
            ["unshare", "--mount", "sh", "-c", 'mount --bind /proc "$0/proc" && mount --bind /dev "$0/dev" && exec chroot "$0" "$@"',
             self.root, "/cardinfo", *arguments], capture_output=True, text=True,
            env={"HOME": "/home", "PATH": os.environ["PATH"], **environment})
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    def moment(self, line, day, zone):
        """The moment that a local time is recorded as."""
        told = self.run_in_root("log", line, "call", "--on", day, "--yes", "--json", TZ=zone)
        return json.loads(told)["lines"][0]["events"][0]["on"]

    def test_it_says_its_version_and_helps_in_both_languages(self):
        self.assertRegex(self.run_in_root("--version"), r"^\d+\.\d+")
        self.assertIn("Read SIM and eSIM cards", self.run_in_root("--help"))
        self.assertRegex(self.run_in_root("--help", "--lang", "zh-Hans"), "[一-龥]{4}")

    def test_it_reads_a_card(self):
        for zone in ["Asia/Shanghai", "America/New_York", "Europe/London"]:
            told = self.run_in_root("--virtual", "plain-sim", "--lang", "zh-Hans", TZ=zone)
            self.assertIn("8944110123456789013", told)

    def test_countries_have_names(self):
        for language, name in [("en", "United Kingdom"), ("zh-Hans", "英国"), ("pl", "Wielka Brytania")]:
            self.assertIn(name, self.run_in_root("carrier", "giffgaff", "--lang", language))

    def test_local_times_are_those_of_the_zone(self):
        # Both sides of an hour that New York skips and of one that London has twice; and no summer time.
        for zone, local, moment in [
            ("America/New_York", "2026-03-08T01:59", "2026-03-08T06:59:00Z"),
            ("America/New_York", "2026-03-08T03:01", "2026-03-08T07:01:00Z"),
            ("Europe/London", "2025-10-26T00:59", "2025-10-25T23:59:00Z"),
            ("Europe/London", "2025-10-26T02:01", "2025-10-26T02:01:00Z"),
            ("Asia/Shanghai", "2026-06-30T23:30", "2026-06-30T15:30:00Z"),
        ]:
            with self.subTest(zone=zone, local=local):
                name = f"{zone} {local}"
                self.run_in_root("line", "add", "--name", name)
                self.assertEqual(self.moment(name, local, zone), moment)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        PROGRAM = pathlib.Path(sys.argv.pop(1))
    if subprocess.run(["unshare", "--mount", "true"], stderr=subprocess.DEVNULL).returncode != 0:
        print("only root can make a root for a program", file=sys.stderr)
        sys.exit(77)
    unittest.main()
