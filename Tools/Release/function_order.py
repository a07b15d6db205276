#!/usr/bin/env python3
"""Which functions the program calls when it is used, to be linked beside each other.

    function_order.py PROGRAM > FILE

Of a program of 40 MB a run needs a small part, but that part is all over it, and the system brings 64 KB
into memory around each byte that is missed. PROGRAM, with its symbols, is run by valgrind; FILE, for the
linker's `--symbol-ordering-file`, has what a start calls, then what a read calls beyond that, then a download.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import profile_server

READS = [["--version"], ["--help"], ["--virtual", "plain-sim", "--virtual", "travel-euicc"]]


def called(program, arguments, folder):
    """The symbols of the functions that a run calls."""
    counts = folder / "counts"
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "Europe/London",
    }
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={counts}", program, *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    if run.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: {run.stderr.strip() or run.returncode}")
    # A function that calls itself has a number behind its name.
    return set(re.findall(r"^c?fn=\(\d+\) ([^\s']+)", counts.read_text(errors="replace"), re.MULTILINE))


def main(program):
    written = set()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with profile_server.offering(20_000, folder) as download:
            for arguments in READS + [[*download, "--virtual", "blank-euicc"]]:
                further = called(program, arguments, folder) - written
                written |= further
                print("\n".join(sorted(further)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: function_order.py PROGRAM > FILE")
    main(sys.argv[1])
