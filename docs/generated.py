"""What of the docs site is made from the code when it is built, so that it cannot go stale: a hook of mkdocs.

    reference/cli.md              every command, from its own argparse parser
    tutorials/samples/…           the sample reports that come with onrecord, as files
    reference/record.schema.json  the JSON Schema of the record; reference/story.schema.json that of a compared story
    <!-- made: fields -->         in a page: the tables of the record's fields, from that schema
    <!-- made: settings -->       in a page: the table of the settings' defaults

`python docs/generated.py` prints the page of commands, `python docs/generated.py FOLDER` writes the sample files there. After a
build it looks for anything that a page would fetch, and fails if there is any.
"""

# ruff: noqa: INP001, T201, SLF001, PLC0415  a script beside the pages that it makes; argparse shows its parts in no other way
from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from onrecord.samples.reader import samples
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.schema import schema, shipped
from onrecord.views.cli.main import DESCRIPTION, VERBS, parser

NO_RUN = re.compile(r"(?m)^(```(?:sh|console|python))[ ]no-run[ ]*$")
OUTWARD = re.compile(r"(?<!!)\[(?P<words>[^][\n]{1,200})\]\((?P<target>\.\./[^)#\s]{1,200})(?:#[^)\s]{0,200})?\)")
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]{0,400}?\bsrc(?:set)?=["']?(?:https?:)?//|<link\b[^>]{0,400}?\bhref=["']?(?:https?:)?//|class="mermaid"""
)
STYLED = re.compile(r"""@import\s{0,5}["']https?:|url\(\s{0,5}["']?(?:https?:)?//""")


# --- the command line -------------------------------------------------------------------------------------------------------------------------


def commands() -> str:
    """The page of all commands, as Markdown."""
    top = parser()
    verbs = next(one for one in top._actions if isinstance(one, argparse._SubParsersAction))
    rows = "".join(f"| [`{name}`](#onrecord-{name}) | {_cell(VERBS[name].HELP)} |\n" for name in verbs.choices)
    parts = [
        "# The command line\n",
        f"{DESCRIPTION} This page is made from the commands themselves; `onrecord VERB --help` prints the same.\n",
        "| command | what it does |\n|---|---|\n" + rows,
        "Exit status: 0 done, 1 a comparison or check says no, 2 misuse or input that cannot be read, 130 interrupted.\n",
    ]
    for name, verb in verbs.choices.items():
        parts += _command(verb, f"onrecord {name}", 2)
    return "\n".join(parts)


def _command(verb: argparse.ArgumentParser, title: str, level: int) -> Iterator[str]:
    yield f"{'#' * level} {title}\n"
    if verb.description:
        yield f"```text\n{verb.description.strip()}\n```\n"
    yield f"```text\n{_usage(verb)}\n```\n"
    deeper: list[tuple[str, argparse.ArgumentParser]] = []
    rows = []
    for one in verb._actions:
        if isinstance(one, argparse._SubParsersAction):
            deeper += one.choices.items()
        elif not isinstance(one, argparse._HelpAction):
            rows.append(f"| {_names(one)} | {_cell(_help(one))} |\n")
    if rows:
        yield "| argument | meaning |\n|---|---|\n" + "".join(rows)
    for name, inner in deeper:
        yield from _command(inner, f"{title} {name}", level + 1)


def _usage(verb: argparse.ArgumentParser) -> str:
    made = argparse.HelpFormatter(verb.prog, width=100)  # not the width of the terminal in which the site is built
    made.add_usage(verb.usage, verb._actions, verb._mutually_exclusive_groups, prefix="")
    return made.format_help().strip()


def _names(one: argparse.Action) -> str:
    shown = one.metavar if isinstance(one.metavar, str) else one.dest.upper()
    if not one.option_strings:
        return _code(shown if one.metavar or not one.choices else one.dest)
    value = "" if one.nargs == 0 else f" {shown}"
    return ", ".join(_code(name + (value if name.startswith("--") else "")) for name in one.option_strings)


def _help(one: argparse.Action) -> str:
    said = (one.help or "").replace("%%", "%")
    if one.choices and not all(str(choice) in said for choice in one.choices):
        said = f"{said}{': ' if said else ''}{', '.join(map(str, one.choices))}"
    return said + (" (needed)" if one.required and one.option_strings else "")


def _code(words: str) -> str:
    return f"`{words}`".replace("|", "\\|")


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


# --- the record -------------------------------------------------------------------------------------------------------------------------------


def record_fields() -> str:
    """A section for each object of the record: what it is, and its fields with their types."""
    whole = schema()
    told = {"Record": {key: whole[key] for key in ("description", "properties", "required") if key in whole}} | whole[
        "$defs"
    ]
    return "\n".join(_object(name, one) for name, one in told.items())


def _object(name: str, told: Mapping[str, Any]) -> str:
    needed = told.get("required", ())
    rows = [
        f"| `{field}` | {_type(one)} | {'' if field in needed else 'may be left out'} |\n"
        for field, one in told.get("properties", {}).items()
    ]
    said = _cell(told.get("description", "")).replace("&lt;", "\\<")
    return f"### {name} {{ #{name} }}\n\n{said}\n\n| field | type | |\n|---|---|---|\n{''.join(rows)}"


def _type(told: Mapping[str, Any]) -> str:
    if "$ref" in told:
        name = told["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "anyOf" in told:
        return " or ".join(dict.fromkeys(map(_type, told["anyOf"])))
    if "const" in told:
        return _code(json.dumps(told["const"]))
    if "enum" in told:
        return ", ".join(_code(str(one)) for one in told["enum"])
    kind = told.get("type")
    if kind == "array":
        return f"list of {_type(told['items'])}"
    if kind == "object":
        return f"table of {_type(told['additionalProperties'])}"
    return " or ".join(kind) if isinstance(kind, list) else {"null": "null"}.get(str(kind), str(kind))


def settings() -> str:
    """The settings with their defaults and the variables that set them."""
    rows = [f"| `{one.name}` | `{one.default!r}` | {_variable(one.name)} |\n" for one in fields(Settings)]
    return "| setting | default | variable |\n|---|---|---|\n" + "".join(rows)


def _variable(name: str) -> str:
    from inspect import getsource

    from onrecord.settings import from_environment

    variable = f"ONRECORD_{name.upper()}"
    return (
        f"`{variable}`"
        if variable in getsource(from_environment)
        else "(`--min-confidence`)"
        if name == "min_confidence"
        else ""
    )


# --- the samples ------------------------------------------------------------------------------------------------------------------------------


def sample_files() -> dict[str, str]:
    """Name -> text of the sample files that the tutorials name: five reports, and all of them as JSON lines."""
    every = samples()
    return {f"{one.key}.txt": one.text for one in every} | {"reports.jsonl": "".join(map(_line, every))}


def write_samples(folder: Path) -> None:
    """Writes the sample files into a folder, as the site has them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in sample_files().items():
        (folder / name).write_text(text, encoding="utf-8")


def _line(one: Article) -> str:
    known = {"key": one.key, "outlet": one.outlet, "published": one.published, "text": one.text}
    return json.dumps({name: value for name, value in known.items() if value}, ensure_ascii=False) + "\n"


# --- what mkdocs calls ------------------------------------------------------------------------------------------------------------------------


def on_config(config: Any) -> Any:
    """Leaves out of the navigation what is not written yet."""
    there = Path(config.docs_dir)
    made = {"reference/cli.md"}
    config.nav = _kept(config.nav, lambda name: name in made or (there / name).exists())
    return config


def _kept(part: Any, is_there: Any) -> Any:
    if isinstance(part, list):
        return [kept for one in part if (kept := _kept(one, is_there)) is not None]
    if isinstance(part, dict):
        return {name: kept for name, one in part.items() if (kept := _kept(one, is_there)) is not None} or None
    return part if is_there(part) else None


def on_files(files: Any, *, config: Any) -> Any:
    """Adds the pages and files that are made."""
    from mkdocs.structure.files import File

    made = {
        "reference/cli.md": commands(),
        "reference/record.schema.json": shipped("record"),
        "reference/story.schema.json": shipped("story"),
    }
    made |= {f"tutorials/samples/{name}": text for name, text in sample_files().items()}
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Any, config: Any, **_: Any) -> str:
    """Puts the tables in their places; what our test reads in a fence's first line is no business of the page."""
    shown = NO_RUN.sub(r"\1", markdown)
    for name, make in (("fields", record_fields), ("settings", settings)):
        mark = f"<!-- made: {name} -->"
        if mark in shown:
            shown = shown.replace(mark, make())
    docs = Path(config.docs_dir).resolve()
    return OUTWARD.sub(lambda found: _in_the_repository(found, docs, docs / page.file.src_uri), shown)


def _in_the_repository(link: re.Match[str], docs: Path, page: Path) -> str:
    """A link to a file of the repository that is no page: its words and its path, as the site does not have it."""
    target = (page.parent / link["target"]).resolve()
    if target.is_relative_to(docs) or not target.exists():
        return link[0]
    path = target.relative_to(docs.parent).as_posix()
    return link["words"] if link["words"].strip("`") == path else f"{link['words']} (`{path}` in the repository)"


def on_post_build(config: Any) -> None:
    """Fails where a page or a style would fetch something from elsewhere."""
    from mkdocs.exceptions import PluginError

    for path in sorted(Path(config.site_dir).rglob("*")):
        looked_for = {".html": FETCHED, ".css": STYLED}.get(path.suffix)
        if looked_for and (found := looked_for.search(path.read_text(encoding="utf-8"))):
            raise PluginError(f"{path} fetches from elsewhere: {found.group()[:200]}")


if __name__ == "__main__":
    for place in sys.argv[1:]:
        write_samples(Path(place))
    if not sys.argv[1:]:
        print(commands())
