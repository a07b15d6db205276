#!/usr/bin/env python3
"""Makes a page for man(1) of what a command says of itself.

    cardinfo --experimental-dump-help | Tools/Manual/manual.py > cardinfo.1
    cardinfo --lang zh-Hans --experimental-dump-help | Tools/Manual/manual.py zh-Hans > zh_CN/cardinfo.1

The dump is that of swift-argument-parser, in the language that the command was asked for.
"""

import json
import sys

HEADINGS = {
    "en": {
        "name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION",
        "commands": "COMMANDS", "manual": "General Commands Manual", "default": "default",
        "options": "options", "subcommand": "subcommand"},
    "zh-Hans": {
        "name": "名称", "synopsis": "概要", "description": "说明",
        "commands": "命令", "manual": "用户命令手册", "default": "默认",
        "options": "选项", "subcommand": "子命令",
        # What the parser says of its own options is in English in its dump.
        "Show the version.": "显示版本。", "Show help information.": "显示帮助信息。"},
}


def text(words):
    """A text as roff takes it: nothing in it is a request or an escape."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(
        "\\&" + line if line[:1] in (".", "'") else line for line in escaped.split("\n"))


def names(argument):
    dashes = {"short": "-", "long": "--", "longWithSingleDash": "-"}
    return [dashes[name["kind"]] + name["name"] for name in argument.get("names", [])]


def value(argument):
    return f"<{argument.get('valueName', 'value')}>"


def label(argument):
    if argument["kind"] == "positional":
        return "\\fI" + text(value(argument)) + "\\fR"
    written = ", ".join("\\fB" + text(name) + "\\fR" for name in names(argument))
    return written + (" \\fI" + text(value(argument)) + "\\fR" if argument["kind"] == "option" else "")


def shown(command):
    """The arguments that are a command's own; --help, --lang and --version are said once."""
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True):
            continue
        if command.get("superCommands") and set(names(argument)) & {"--help", "--lang", "--version"}:
            continue
        yield argument


def synopsis(command, headings):
    words = ["\\fB" + text(" ".join(path(command))) + "\\fR"]
    if any(argument["kind"] != "positional" for argument in shown(command)):
        words.append("[\\fI" + headings["options"] + "\\fR]")
    for argument in shown(command):
        if argument["kind"] == "positional":
            word = label(argument) + (" ..." if argument.get("isRepeating") else "")
            words.append("[" + word + "]" if argument.get("isOptional") else word)
    if command.get("subcommands"):
        words.append("[\\fI" + headings["subcommand"] + "\\fR]")
    return " ".join(words)


def path(command):
    return command.get("superCommands", []) + [command["commandName"]]


def body(command, headings):
    if command.get("discussion"):
        yield ".PP"
        yield text(command["discussion"])
    for argument in shown(command):
        yield ".TP"
        yield label(argument)
        abstract = argument.get("abstract", "")
        about = [headings.get(abstract, abstract), argument.get("discussion", "")]
        if argument.get("defaultValue"):
            about.append(f"({headings['default']}: {argument['defaultValue']})")
        yield text(" ".join(part for part in about if part)) or "\\&"


def sections(command, headings):
    for child in command.get("subcommands", []):
        if child["commandName"] == "help" or not child.get("shouldDisplay", True):
            continue
        yield ".SS " + text(" ".join(path(child)))
        yield text(child.get("abstract", ""))
        yield ".PP"
        yield synopsis(child, headings)
        yield from body(child, headings)
        yield from sections(child, headings)


def page(command, headings):
    name = command["commandName"]
    yield f'.TH {name.upper()} 1 "" "{name}" "{headings["manual"]}"'
    yield ".ad l"
    yield f".SH {headings['name']}"
    yield text(f"{name} - {command.get('abstract', '')}")
    yield f".SH {headings['synopsis']}"
    yield synopsis(command, headings)
    yield f".SH {headings['description']}"
    yield from body(command, headings)
    yield f".SH {headings['commands']}"
    yield from sections(command, headings)


def main():
    headings = HEADINGS[sys.argv[1] if len(sys.argv) > 1 else "en"]
    command = json.loads(sys.stdin.buffer.read().decode("utf-8"))["command"]
    sys.stdout.buffer.write(("\n".join(page(command, headings)) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
