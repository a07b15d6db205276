#!/usr/bin/env python3
"""What is known of the shipped carriers, counted: `make facts`.

Prints coverage by country and kind, who lacks what, how many sources are the operators' own, and the
oldest. `--table` prints the table of Docs/carriers.md, `--lacking` the carriers that lack one of the
four things that each should have, `--write FILE` puts the table into a document, and `--check FILE`
fails where a document's table is another."""

import argparse
import collections
import datetime
import json
import pathlib
import re
import signal
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "Sources/Carriers/Data"
BEGIN, END = "<!-- begin: make facts -->", "<!-- end: make facts -->"

# What each carrier should have.
FOUR = {
    "recognition": lambda carrier: carrier.get("matches"),
    "hotline, app or site": lambda carrier: has(carrier, "hotline", "app", "site"),
    "check": lambda carrier: has(carrier, "check"),
    "renew": lambda carrier: has(carrier, "renew"),
}

# The questions of people whose line is in trouble: what the guide answers them with, and the topic
# on which a carrier can be known to publish nothing.
QUESTIONS = {
    "lost password": (lambda fact: fact["what"] == "password", "password"),
    "failed payment": (lambda fact: does(fact, "payment"), "payment"),
    "abroad": (lambda fact: fact["what"] == "region", "elsewhere"),
    "not active": (lambda fact: does(fact, "activate"), "activation"),
    "lost card": (lambda fact: does(fact, "block", "replace"), "lostCard"),
    "number changed hands": (lambda fact: does(fact, "unlink"), "reuse"),
}

# Where each carrier is to have an answer to each of them.
ASKED = ["CN", "HK", "MO", "TW", "GB", "US", "DE", "JP", "SG"]


def has(carrier, *kinds):
    return any(fact["what"] in kinds for fact in carrier.get("facts", []))


def does(fact, *kinds):
    return fact["what"] == "service" and fact["for"] in kinds


def lacks(carrier):
    return [name for name, holds in FOUR.items() if not holds(carrier)]


def answer(carrier, question):
    """How a question is answered: `said`, `unpublished`, or not at all."""
    is_answer, topic = QUESTIONS[question]
    facts = carrier.get("facts", [])
    if any(is_answer(fact) for fact in facts):
        return "said"
    if any(fact["what"] == "unpublished" and fact["topic"] == topic for fact in facts):
        return "unpublished"
    return None


def unanswered(carrier):
    return [question for question in QUESTIONS if answer(carrier, question) is None]


def rules(document):
    """The rules that stand in a file, whole."""
    for rule in document.get("rules", []):
        yield rule
    for carrier in document["carriers"]:
        yield from (rule for rule in carrier.get("rules", []) if isinstance(rule, dict))


def has_no_terms(carrier):
    """Whether the page that would have a rule for it is known to have none."""
    return not carrier.get("rules") and any(
        fact["what"] == "unpublished" and fact["topic"] == "lapse" for fact in carrier.get("facts", [])
    )


def sources(document):
    """The sources of a file, each with the carrier that it stands with."""
    for source in document.get("sources", {}).values():
        yield None, source
    for carrier in document["carriers"]:
        for source in carrier.get("sources", {}).values():
            yield carrier["id"], source


def citations(document):
    """The source of every fact of a file."""
    shared = document.get("sources", {})
    for carrier in document["carriers"]:
        known = {**shared, **carrier.get("sources", {})}
        for fact in carrier.get("facts", []):
            yield carrier, fact, known.get(fact["source"])


def share(part, whole):
    return f"{part} of {whole} ({100 * part // whole if whole else 0} %)"


COLUMNS = ["", "carriers", *FOUR, *QUESTIONS, "rules", "no terms published"]


def row(name, documents):
    carriers = [carrier for document in documents for carrier in document["carriers"]]
    return [
        name,
        len(carriers),
        *(sum(1 for carrier in carriers if holds(carrier)) for holds in FOUR.values()),
        *(
            sum(1 for carrier in carriers if answer(carrier, question))
            for question in QUESTIONS
        ),
        sum(1 for document in documents for _ in rules(document)),
        sum(1 for carrier in carriers if has_no_terms(carrier)),
    ]


def table(files):
    """The table of Docs/carriers.md: a row for each file, and their sums."""
    lines = [
        "| " + " | ".join(COLUMNS) + " |",
        "|---|" + "---:|" * (len(COLUMNS) - 1),
    ]
    rows = [row(name, [document]) for name, document in files.items()]
    for cells in rows + [row("all", list(files.values()))]:
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines)


def text_table(files):
    rows = [row(name, [document]) for name, document in files.items()]
    rows.append(row("all", list(files.values())))
    heads = [word.replace("hotline, app or site", "reach") for word in COLUMNS]
    widths = [max(len(str(r[i])) for r in rows + [heads]) for i in range(len(heads))]
    widths[1:] = [max(4, *(len(part) for part in head.split())) for head in heads[1:]]
    depth = max(len(head.split()) for head in heads)
    for level in range(depth):
        cells = []
        for head, width in zip(heads, widths):
            words = [""] * (depth - len(head.split())) + head.split()
            cells.append(words[level].rjust(width))
        print("  ".join(cells).rstrip())
    for cells in rows:
        first = str(cells[0]).ljust(widths[0])
        print("  ".join([first, *(str(c).rjust(w) for c, w in zip(cells[1:], widths[1:]))]))


def kinds(files):
    """How many facts of each kind there are, and of how many carriers."""
    facts, carriers = collections.Counter(), collections.Counter()
    for document in files.values():
        for carrier in document["carriers"]:
            own = [fact["what"] for fact in carrier.get("facts", [])]
            facts.update(own)
            carriers.update(set(own))
    return [(kind, count, carriers[kind]) for kind, count in facts.most_common()]


def older(day, today):
    """Whether a year has gone by since a day, as `Source.isStale` counts it."""
    date = datetime.date.fromisoformat(day)
    try:
        return date.replace(year=date.year + 1) < today
    except ValueError:
        return datetime.date(date.year + 1, 3, 1) < today


def report(files, today):
    text_table(files)
    print()
    print("facts by kind:")
    for kind, count, carriers in kinds(files):
        print(f"  {kind:12} {count:5} of {carriers} carriers")
    cited = [source for document in files.values() for _, _, source in citations(document)]
    all_sources = [source for document in files.values() for _, source in sources(document)]
    print()
    own = sum(1 for source in cited if source["quality"] == "O")
    print("facts from the operator's own page: " + share(own, len(cited)))
    own = sum(1 for source in all_sources if source["quality"] == "O")
    print("sources that are the operator's own page: " + share(own, len(all_sources)))
    aged = [source for source in cited if older(source["date"], today)]
    print("facts older than a year, shown as such: " + share(len(aged), len(cited)))
    known = [
        (source["date"], file, carrier["id"], fact["what"])
        for file, document in files.items()
        for carrier, fact, source in citations(document)
    ]
    print("the oldest:")
    for date, file, carrier, kind in sorted(known)[:10]:
        print(f"  {date}  {file:13} {carrier} ({kind})")
    print()
    carriers = [carrier for document in files.values() for carrier in document["carriers"]]
    count = sum(1 for document in files.values() for _ in rules(document))
    print(f"rules: {count}; of {sum(1 for c in carriers if c.get('rules'))} carriers")
    print(f"carriers whose page publishes none: {sum(1 for c in carriers if has_no_terms(c))}")
    print()
    lacking(files)


def lacking(files):
    """The names: who lacks one of the four, and who has no answer where all should have one."""
    found = [
        (file, carrier["id"], lacks(carrier))
        for file, document in files.items()
        for carrier in document["carriers"]
        if lacks(carrier)
    ]
    total = sum(len(document["carriers"]) for document in files.values())
    countries = [name for name in files if len(name) == 2 and files[name]["carriers"]]
    whole = {
        name
        for name in countries
        if any(not lacks(carrier) for carrier in files[name]["carriers"])
    }
    print(
        f"carriers with all of {', '.join(FOUR)}: "
        f"{total - len(found)} of {total}, in {len(whole)} countries"
    )
    print(f"lack one of them: {len(found)}")
    for file, carrier, missing in found:
        print(f"  {file:13} {carrier:28} {'; '.join(missing)}")
    print()
    print(f"no answer to a question of {', '.join(ASKED)}:")
    for name in ASKED:
        for carrier in files.get(name, {"carriers": []})["carriers"]:
            missing = unanswered(carrier)
            if missing:
                print(f"  {name:13} {carrier['id']:28} {'; '.join(missing)}")


def main():
    # A reader that has seen enough, such as head, ends it.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--lacking", action="store_true")
    parser.add_argument("--write", metavar="FILE", type=pathlib.Path)
    parser.add_argument("--check", metavar="FILE", type=pathlib.Path)
    parser.add_argument("--folder", type=pathlib.Path, default=FOLDER)
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date.today())
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.json"), key=lambda path: (len(path.stem) > 2, path.stem))
    files = {path.stem: json.loads(path.read_text()) for path in paths}
    files = {name: document for name, document in files.items() if "carriers" in document}
    if options.table:
        print(table(files))
    elif options.lacking:
        lacking(files)
    elif file := options.write or options.check:
        old = file.read_text()
        between = re.compile(re.escape(BEGIN) + ".*" + re.escape(END), re.DOTALL)
        if not between.search(old):
            sys.exit(f"{file}: no place for the table: {BEGIN} … {END}")
        new = between.sub(lambda _: f"{BEGIN}\n{table(files)}\n{END}", old)
        if options.write:
            file.write_text(new)
        elif new != old:
            sys.exit(f"{file}: the table is not that of the data; make facts brings it up to date")
    else:
        report(files, options.today)


main()
