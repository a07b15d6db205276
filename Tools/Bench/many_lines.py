#!/usr/bin/python3
"""Measures what is said of all lines of a large ledger, and prints a table in Markdown.

    many_lines.py [--cardinfo FILE] [--lines 10000]

The lines are made, the same at each run on one day: with rules of 27 carriers or none, five to eight events each,
a sixth of them with a renewal. They are imported and judged first; what is measured begins with that.
"""

import argparse
import datetime
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

RULES = [
    ("giffgaff", "GBP"), ("o2-uk-payg", "GBP"), ("ee-payg", "GBP"), ("vodafone-uk-payg", "GBP"),
    ("three-uk-payg", "GBP"), ("asda-mobile", "GBP"), ("ctexcel-uk", "GBP"), ("lycamobile-uk-payg", "GBP"),
    ("cmhk", "HKD"), ("3hk", "HKD"), ("csl-pccw-hkt", "HKD"), ("valuegb-hk", "HKD"),
    ("china-mobile-prepaid", "CNY"), ("vodafone-de-callya", "EUR"), ("telekom-de-prepaid", "EUR"),
    ("o2-de-prepaid", "EUR"), ("congstar-prepaid", "EUR"), ("aldi-talk", "EUR"),
    ("t-mobile-us-prepaid", "USD"), ("tello-payg", "USD"), ("ultra-paygo", "USD"), ("red-pocket", "USD"),
    ("airalo-at-attach", "USD"), ("holafly", "USD"), ("onesimcard", "USD"), ("0044-global", "GBP"),
    ("globalroaming", "USD"), (None, "GBP"),
]
TODAY = datetime.date.today()
CHANCE = random.Random(7)


def day(before):
    return str(TODAY - datetime.timedelta(days=before))


def made_line(number):
    rule, currency = RULES[number % len(RULES)]
    iccid = f"8944{number * 7919 + 1000:015}"
    last = CHANCE.randrange(190)
    first = last + CHANCE.randrange(60, 400)
    events = []

    def add(kind, before, **members):
        recorded = f"{day(before)}T{CHANCE.randrange(1, 11):02}:00:00Z"
        events.append({"id": str(len(events)), "kind": kind, "on": day(before), "recordedAt": recorded, **members})

    def amount():
        return {"amount": str(CHANCE.choice([5, 10, 15, 20, 30, 50, 100])), "currency": currency}

    add("activation", first)
    for before in sorted({last, *(CHANCE.randrange(last, first + 1) for _ in range(2))}, reverse=True):
        add("topUp", before, amount=amount())
    add(CHANCE.choice(["outgoingCall", "outgoingSMS", "data"]), CHANCE.randrange(last, first + 1))
    if number % 3 == 0:
        add("balance", max(last - 1, 0), amount=amount())
    if number % 5 == 0:
        add("notice", last, date=day(-CHANCE.randrange(-20, 300)), origin="carrier", words="Your credit is valid.")
    if rule in ("airalo-at-attach", "holafly"):
        add("pack", last, amount=amount(), term={"n": 30, "unit": "day"})
    line = {"id": iccid, "iccid": iccid, "clocks": [], "numbers": [f"+447700{number:06}"],
            "name": f"Line {number:05}" if number % 4 else f"SIM +44 7700 9{number:05}",
            "thresholds": [{"days": 30, "severity": "warning"}, {"days": 7, "severity": "critical"}]}
    if rule:
        line["rule"] = rule
    if number % 7 == 0:
        line.update(owner=f"Owner {number % 50}", group=f"g{number % 9}", tags=["a", f"b{number % 3}"])
    if number % 13 == 0:
        line["subscription"] = {"fee": amount(), "period": {"n": 1, "unit": "month"},
                                "renewal": CHANCE.choice(["balance", "card", "none"])}
    if number % 97 == 0:
        line["retiredOn"] = day(CHANCE.randrange(1, 150))
    element = {"line": line, "events": events}
    if number % 6 == 0:
        at = CHANCE.randrange(1, 20)
        attempt = {"id": f"a{number}", "line": iccid, "patience": 3, "plannedAt": f"{day(at + 1)}T08:00:00Z",
                   "submittedAt": f"{day(at)}T12:00:00Z", "amount": amount(), "channel": "bankCard",
                   "phase": CHANCE.choice(["submitted", "confirmed", "confirmed", "failed"])}
        if attempt["phase"] != "submitted":
            attempt["closedAt"] = f"{day(at)}T13:00:00Z"
        if attempt["phase"] == "confirmed":
            attempt["confirmation"] = "carrierNotice"
        if attempt["phase"] == "failed":
            attempt["failure"] = "paymentDeclined"
        element["attempts"] = [attempt]
    return element


class Program:
    """The program with a ledger and a configuration of its own."""

    def __init__(self, binary, home):
        self.binary, self.home = os.path.abspath(binary), home
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": f"{home}/config",
                            "XDG_DATA_HOME": f"{home}/data"}

    def start(self, *arguments, **pipes):
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **pipes}
        return subprocess.Popen([self.binary, *arguments, "--ledger", f"{self.home}/ledger"],
                                env=self.environment, **pipes)

    def measure(self, *arguments):
        began = time.monotonic()
        process = self.start(*arguments)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"cardinfo {' '.join(arguments)}: status {process.returncode}")
        wall = time.monotonic() - began
        print(f"| `{arguments[0]}` | {wall:.1f} s | {usage.ru_utime + usage.ru_stime:.1f} s | "
              f"{usage.ru_maxrss / 1024:.0f} MB |", flush=True)

    def measure_desk(self):
        desk = self.start("desk", "--port", "0", stdout=subprocess.PIPE)
        link = desk.stdout.readline().decode().strip()
        curl = ["curl", "--silent", "--fail", "--output", f"{self.home}/page", "--cookie-jar", f"{self.home}/jar",
                "--cookie", f"{self.home}/jar"]
        subprocess.run([*curl, link], check=True)
        # What the program has used until now.
        with open(f"/proc/{desk.pid}/stat", encoding="ascii") as file:
            before = sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13]))
        began = time.monotonic()
        subprocess.run([*curl, re.match("[a-z]+://[^/]+/", link)[0]], check=True)
        wall = time.monotonic() - began
        with open(f"/proc/{desk.pid}/stat", encoding="ascii") as file:
            cpu = (sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13])) - before) / os.sysconf("SC_CLK_TCK")
        with open(f"/proc/{desk.pid}/status", encoding="ascii") as file:
            memory = int(re.search(r"VmHWM:\s+(\d+)", file.read())[1]) / 1024
        print(f"| first page of `desk` | {wall:.1f} s | {cpu:.1f} s | {memory:.0f} MB |", flush=True)
        desk.send_signal(signal.SIGINT)
        desk.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cardinfo", default=".build/release/cardinfo")
    parser.add_argument("--lines", type=int, default=10_000)
    options = parser.parse_args()
    home = tempfile.mkdtemp()
    program = Program(options.cardinfo, home)
    try:
        with open(f"{home}/lines.json", "w", encoding="utf-8") as file:
            json.dump({"schema": "cardinfo.lines", "schemaVersion": "2.0",
                       "lines": [made_line(number) for number in range(options.lines)]}, file)
        print("| | Wall | CPU | Memory |\n|---|---|---|---|")
        program.measure("line", "import", f"{home}/lines.json")
        for command in ("lines", "notify", "calendar", "report"):
            program.measure(command)
        program.measure_desk()
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
