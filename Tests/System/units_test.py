#!/usr/bin/python3
"""Has systemd judge the units, without running any: that they are well formed, and how far they are closed in.

    Tests/System/units_test.py

Exits with 77 and a reason where systemd-analyze is not there.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import python_modules

ROOT = Path(__file__).resolve().parents[2]
UNITS = sorted((ROOT / "systemd").glob("*/*.*"))
# What systemd calls OK begins below 5; the units do better, and shall go on to.
LIMITS = {"system": 2.0, "user": 6.5}


class UnitsTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.place = Path(scratch.name)
        program = self.place / "cardinfo"
        shutil.copy("/bin/true", program)
        for unit in UNITS:
            place = self.place / unit.parent.name / unit.name.replace("@.", "@somebody.")
            place.parent.mkdir(exist_ok=True)
            place.write_text(unit.read_text().replace("@BINDIR@", str(self.place)))

    def test_they_are_well_formed(self):
        self.assertEqual(len(UNITS), 12)
        for kind in LIMITS:
            units = sorted((self.place / kind).iterdir())
            result = subprocess.run(
                ["systemd-analyze", "verify", "--man=no", f"--{kind}", *units], capture_output=True, text=True,
                env={**os.environ, "SYSTEMD_UNIT_PATH": f"{self.place / kind}:", "XDG_RUNTIME_DIR": str(self.place)})
            said = [line for line in result.stderr.splitlines() if "cardinfo" in line]
            self.assertEqual((result.returncode, said), (0, []), result.stderr)

    def test_they_are_closed_in(self):
        for kind, limit in LIMITS.items():
            for unit in sorted((self.place / kind).glob("*.service")):
                result = subprocess.run(
                    ["systemd-analyze", "security", "--offline=true", "--no-pager", unit], capture_output=True,
                    text=True)
                level = re.search(r"Overall exposure level for \S+: ([0-9.]+)", result.stdout)
                self.assertIsNotNone(level, result.stdout + result.stderr)
                self.assertLess(float(level[1]), limit, f"{kind} {unit.name}")

    def test_nothing_runs_before_it_is_enabled(self):
        for unit in UNITS:
            if unit.suffix == ".timer":
                self.assertIn("WantedBy=timers.target", unit.read_text())
        makefile = (ROOT / "Makefile").read_text()
        self.assertNotIn("systemctl enable", makefile)
        for unit in UNITS:
            self.assertIn(f"/{unit.parent.name}/", makefile)


if __name__ == "__main__":
    if not shutil.which("systemd-analyze"):
        python_modules.skip("there is no systemd-analyze")
    unittest.main()
