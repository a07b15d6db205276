#!/usr/bin/env python3
"""What the program that is shipped costs, and whether that is within Docs/performance.md's limits.

    cost.py PROGRAM

Size: as `make install` strips it. Instructions: all that valgrind counts, of the dynamic linker too.
Memory: the most that was resident while a profile of a megabyte was downloaded from a test server on
this machine, over TLS, to a built-in eUICC behind a pcscd of its own. Exits 1 when anything is above its limit.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import profile_server

SYSTEM = profile_server.ROOT / "Tests/System"
MEGABYTE = 1_000_000

# What is measured, and its limit.
INSTRUCTIONS = [
    (["--version"], 30_000_000),
    (["--help"], 45_000_000),
    (["--virtual", "plain-sim"], 100_000_000),
]
SIZE = 40 * MEGABYTE
MEMORY = 40 * MEGABYTE


def instructions(program, arguments, environment):
    """How many instructions a run takes."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    count = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not count:
        sys.exit(f"{' '.join(arguments)}: {run.stderr.strip() or run.returncode}")
    return int(count[1])


def memory(program, environment, folder):
    """The most bytes resident while a profile of a megabyte is downloaded."""
    with profile_server.offering(MEGABYTE, folder) as download:
        run = subprocess.run(
            [SYSTEM / "private-pcscd", "--", SYSTEM / "with-virtual-cards", program, "blank-euicc", "--",
             sys.executable, __file__, "--resident", program, *download],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    if run.returncode != 0:
        sys.exit(f"the download ended with {run.returncode}: {run.stderr.strip()}")
    return int(run.stdout)


def resident(arguments):
    """Runs a command and writes down the most bytes that were resident."""
    nothing = (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)
    pid = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=[nothing])
    _, status, usage = os.wait4(pid, 0)
    print(usage.ru_maxrss * 1024)
    sys.exit(os.waitstatus_to_exitcode(status))


def main(program):
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        stripped = folder / "cardinfo"
        subprocess.run(["strip", "-o", stripped, program], check=True)
        rows.append(("size, bytes", stripped.stat().st_size, SIZE))
        home = folder / "home"
        home.mkdir()
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "Europe/London",
        }
        for arguments, limit in INSTRUCTIONS:
            count = instructions(str(stripped), arguments, environment)
            rows.append((f"instructions of {' '.join(arguments)}", count, limit))
        most = memory(str(stripped), environment, folder)
        rows.append(("memory of a download of 1 MB, bytes", most, MEMORY))
    for what, count, limit in rows:
        print(f"{what:40} {count:>12,}  limit {limit:>12,}{'' if count <= limit else '  ABOVE'}")
    sys.exit(any(count > limit for _, count, limit in rows))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--resident"]:
        resident(sys.argv[2:])
    if len(sys.argv) != 2:
        sys.exit("usage: cost.py PROGRAM")
    main(sys.argv[1])
