"""The house rules, executable: layers, sizes, names, documentation, and nothing dead."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from statistics import median

import click
import pytest
from tools.rooms import PAGE, placed

from guideway.cli import COMMANDS, main
from guideway.pages.guide_parts import SECTIONS
from guideway.pages.warnings import SECTIONS as TRAPS
from guideway.reports.rule_pages import pages
from tests.support.sites import ROOT

PACKAGE = ROOT / "generator" / "guideway"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.j2")) + sorted(
    (ROOT / "templates").rglob("*.html")
)
MADE = {"site/", "/gallery/", ".build/tests/"}
"""What a document may name though it is there only after somebody has worked."""
HAN = "\u4e00-\u9fff"


def test_the_layers_hold() -> None:
    done = subprocess.run(
        [sys.executable, "tools/layers.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_what_a_browser_is_waited_for_is_a_function() -> None:
    """An expression is evaluated anew with every look, which the policy of our pages refuses."""
    expression = re.compile(r'wait_for_function\(\s*f?"(?!"|\(\) =>)[^"]*"')

    assert _found_in_tests(expression) == {}


def test_what_is_waited_for_may_not_be_there_yet() -> None:
    """Between two pages a frame has no element: who asks one of it is red by chance."""
    waits = r'wait_for_function\(\s*f?(?:"""(?:(?!""").)*?|"[^"\n]*)'
    named = r"body|documentElement|shadowRoot|firstChild|(?:querySelector|getElementById)\([^)]*\)"

    assert _found_in_tests(re.compile(rf"{waits}\b(?:{named})\.", re.DOTALL)) == {}


def test_the_wheel_brings_what_it_imports() -> None:
    """Whoever installs it has no lock of ours; two come with those that are named."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = {re.split(r"[<>=]", each)[0] for each in project["dependencies"]}
    optional = {re.split(r"[<>=]", each)[0] for each in project["optional-dependencies"]["dask"]}
    called = {"yaml": "pyyaml", "pydantic_core": "pydantic", "markupsafe": "jinja2"}
    called |= {"charset_normalizer": "charset-normalizer", "markdown_it": "markdown-it-py"}
    called |= {"mdit_py_plugins": "mdit-py-plugins"}
    foreign = {name for path in MODULES for name in _imported(path)} - sys.stdlib_module_names
    needed = {called.get(name, name) for name in foreign - {"guideway"} - optional}

    assert needed <= named
    assert named - needed == {
        "mkdocs",
        "mkdocs-material",
        "tzdata",
    }  # a program that is run, its theme, and data


def test_what_an_extra_brings_is_imported_by_one_module_that_is_loaded_on_demand() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extra = {re.split(r"[<>=]", each)[0] for each in extras["optional-dependencies"]["dask"]}
    asking = [_name(path) for path in MODULES if extra & {*_imported(path)}]
    loading = [_name(path) for path in MODULES if "project.cluster import" in path.read_text()]

    assert (asking, loading) == (["project/cluster.py"], [])


def test_every_library_has_one_door() -> None:
    """Who may import what from outside stands in one table: `[tool.guideway.doors]`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    doors = {name: set(rooms) for name, rooms in project["tool"]["guideway"]["doors"].items()}
    used = dict[str, set[str]]()
    for path in MODULES:
        for library in _imported(path) - sys.stdlib_module_names - {"guideway"}:
            used.setdefault(library, set()).add(_room(path))

    assert used == doors


def test_the_picture_of_the_rooms_is_drawn_from_the_code() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert placed(page) == page, "draw it anew with `make rooms`"
    assert "| `rules` |" in page


def test_what_the_architecture_names_is_there() -> None:
    """Every path in its text: below the package, or below the project."""
    named = re.findall(r"`([\w./-]+/[\w./-]*)`", PAGE.read_text(encoding="utf-8"))
    lost = [
        name
        for name in named
        if not ((PACKAGE / name).exists() or (ROOT / name).exists() or name in MADE)
    ]

    assert len(named) > 20
    assert lost == []


NO_PAGES = {
    "catalog/svg.py": "the bytes of a picture, before anything may read them",
    "editions/exports/markdown_text.py": "signs that Markdown would take for its own",
    "imports/written.py": "signs of an article that a text would take for markup",
    "model/inline.py": "what looks like HTML in the text of an author",
    "pages/hedges.py": "what is said twice, while a page is rendered",
    "related/sentences.py": "signs that stand in no sentence",
    "rules/unknown_answer.py": "comparisons as people write them in sums",
    "source/repairs/signs.py": "a remark as HTML begins one",
    "source/silent.py": "likewise",
    "source/slips.py": "what git leaves in a file that two have changed",
}
"""Patterns with `<` that are not about a finished page, by their modules."""


def test_html_is_read_by_a_parser_behind_one_door() -> None:
    texts = {_name(path): path.read_text() for path in MODULES}
    patterns = {
        name for name, text in texts.items() if any("<" in each for each in _patterns(text))
    }
    parsers = [
        name
        for name, text in texts.items()
        if re.search(r"(?:from|import) (?:html\.parser|bs4)", text)
    ]

    assert {name for name in patterns if not name.startswith("web/")} <= NO_PAGES.keys()
    assert {name for name in patterns if name.startswith("web/")} == {
        "web/host_html.py",
        "web/inlining.py",
        "web/shortened.py",
    }
    assert parsers == []


def test_class_names_are_for_looks_alone() -> None:
    """What the program looks for is marked in templates: `data-part`, or data of the element."""
    looking = [_name(path) for path in MODULES if re.search(r"\bgw-[a-z]", path.read_text())]

    assert looking == []


def test_imports_stand_once() -> None:
    """No room imports in a circle, so what is needed for its types is imported like the rest."""
    apart = [_name(path) for path in MODULES if "TYPE_CHECKING" in path.read_text()]

    assert apart == []


def test_the_world_is_for_those_alone_who_may_touch_it() -> None:
    """The contract names every room but two: a new one cannot be forgotten."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = project["tool"]["importlinter"]["contracts"]
    (world,) = (
        each for each in contracts if each["name"] == "Only project and cli touch the world"
    )
    rooms = {_name(path).split("/")[0].removesuffix(".py") for path in MODULES}

    assert {name.removeprefix("guideway.") for name in world["source_modules"]} == rooms - {
        "__init__",
        "__main__",
        "cli",
        "project",
    }


def test_every_module_that_a_document_names_is_there() -> None:
    """Below the project, the package or the tests: who moves one reads what is said of it."""
    pages = [*ROOT.glob("*.md"), *ROOT.glob("[bt]e*/README.md"), *(ROOT / "docs").rglob("*.md")]
    texts = {page: page.read_text(encoding="utf-8") for page in pages if page.stem != "CHANGELOG"}
    named = {
        (page.name, name)
        for page, text in texts.items()
        for name in re.findall(r"`([\w.-]+(?:/[\w.-]+)+\.py)`", text)
    }

    assert len(named) > 60
    assert {
        (page, name)
        for page, name in named
        if not any((root / name).exists() for root in (ROOT, PACKAGE, ROOT / "tests"))
    } == set()


def test_no_test_lies_where_nobody_looks(pytestconfig: pytest.Config) -> None:
    """Pytest leaves out folders by their names, without a word."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {parent for path in (ROOT / "tests").rglob("test_*.py") for parent in path.parents}
    names = {folder.name for folder in folders if ROOT in folder.parents}

    assert "build" in names
    assert [name for name in names if any(fnmatch(name, pattern) for pattern in passed_over)] == []


def test_a_broken_layer_is_found(tmp_path: Path) -> None:
    """The check above can fail: with a contract that does not hold, it does."""
    contract = (
        (ROOT / "pyproject.toml")
        .read_text()
        .replace('"cli",', '"problems",')
        .replace('"problems",\n]', '"cli",\n]')
    )
    (tmp_path / "pyproject.toml").write_text(contract)
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools/layers.py")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "is not allowed to import" in done.stdout


def test_modules_are_small() -> None:
    sizes = {_name(path): len(path.read_text().splitlines()) for path in MODULES}

    assert {name: lines for name, lines in sizes.items() if lines > 250} == {}
    assert median(sizes.values()) <= 110


def test_functions_are_small() -> None:
    sizes = {
        f"{_name(path)}:{node.name}": _lines(node) for path in MODULES for node in _functions(path)
    }

    assert {name: lines for name, lines in sizes.items() if lines > 40} == {}
    assert median(sizes.values()) <= 9


def test_templates_are_small() -> None:
    sizes = {_name(path): len(path.read_text().splitlines()) for path in TEMPLATES}

    assert {name: lines for name, lines in sizes.items() if lines > 40} == {}


def test_no_module_is_called_after_nothing() -> None:
    names = {part for path in MODULES for part in re.split(r"[/_.]", _name(path))}

    assert set() == names & {
        "utils",
        "util",
        "helpers",
        "helper",
        "manager",
        "base",
        "common",
        "misc",
    }


def test_every_module_says_what_it_is() -> None:
    assert [_name(path) for path in MODULES if not ast.get_docstring(_tree(path))] == []


def test_no_words_of_the_site_are_in_python() -> None:
    """Except for the pages of problems; what the rules of a language look for is data."""
    free = {"problems", "catalog/folding.py"}  # how nought is compared
    free |= {"imports"}  # how lists are numbered, in articles of any language
    found = {
        _name(path)
        for path in MODULES
        for node in ast.walk(_without_docstrings(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(f"[{HAN}]", node.value)
    }

    assert set() == {name for name in found if not {name, name.split("/")[0]} & free}


def test_every_command_and_option_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    options = {
        option
        for command in (main, *map(_command, COMMANDS))
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }

    assert [
        name
        for name in COMMANDS
        if f"guideway {name}" not in readme and f"guideway -C DIR {name}" not in readme
    ] == []
    assert sorted(option for option in options - {"--version"} if f"{option}" not in readme) == []


def test_the_list_of_commands_says_of_each_what_it_says_itself() -> None:
    said = {name: (_command(name).help or "").partition("\n\n")[0] for name in COMMANDS}

    assert said == COMMANDS


def test_every_task_is_in_the_readme_or_the_guide_for_contributors() -> None:
    said = (ROOT / "README.md").read_text() + (ROOT / "CONTRIBUTING.md").read_text()
    tasks = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert [task for task in tasks if f"make {task}" not in said] == []


def test_every_code_in_the_program_has_a_page() -> None:
    codes = {
        code for path in MODULES for code in re.findall(r'\bcode="([a-z0-9-]+)"', path.read_text())
    }

    assert set(pages()) == codes


def test_every_package_that_is_installed_has_a_reason() -> None:
    lines = [
        line
        for path in (ROOT / "requirements").glob("*.in")
        for line in path.read_text().splitlines()
    ]

    assert [line for line in lines if line and line[0] not in "#-" and "# " not in line] == []


@pytest.mark.parametrize(
    "path", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "templates").as_posix()
)
def test_a_template_uses_chinese_punctuation(path: Path) -> None:
    words = re.sub(r"\{[%#{].*?[%#}]\}", "", path.read_text(), flags=re.DOTALL)

    assert (
        re.findall(rf"[{HAN}][,;:?!()]|(?<![\w>\"'])[,;:?!()][{HAN}]|>[,;:?!][{HAN}]", words) == []
    )


def test_every_component_is_used() -> None:
    texts = {path.name: path.read_text() for path in TEMPLATES}
    used = "".join(texts.values())
    parts = re.findall(r'"([a-z]+)"', texts["sheet.md.j2"])
    indirect = {
        f"{name}.html.j2"
        for name in (*SECTIONS, *TRAPS, "about", "code", "related", "sources", "reference")
    }
    indirect |= {f"sheet-{name}.html.j2" for name in parts}
    components = {path.name for path in TEMPLATES if path.parent.name == "components"}

    assert sorted(name for name in components - indirect if f"components/{name}" not in used) == []


def test_every_style_is_used() -> None:
    assets = ROOT / "templates/theme/assets"
    css = "".join(path.read_text() for path in assets.glob("*.css"))
    styled = {name for name in re.findall(r"\.(gw-[a-z_-]+)", css) if not name.endswith("--")}
    script = "".join(path.read_text() for path in assets.glob("*.js"))
    markup = "".join(path.read_text() for path in TEMPLATES) + script
    given = (*re.findall(r'class="([^"]*)"', markup), *re.findall(r"class: ([^,}]+)", script))
    used = {name.rstrip("-") for value in given for name in re.findall(r"gw-[a-z_-]+", value)}
    built = {name for name in styled if "--" in name and name.split("--")[0] in used}

    switched = set(re.findall(r'classList\.toggle\("(gw-[a-z_-]+)"', script))

    assert set() == styled - used - built - switched


def test_what_a_browser_loads_comes_from_the_site() -> None:
    files = [*TEMPLATES, *(ROOT / "templates").rglob("*.css")]
    loaded = [
        match
        for path in files
        for match in re.findall(r"(?:src|url\(|@import)[=(\s\"']*https?:", path.read_text())
    ]

    assert loaded == []


def _patterns(text: str) -> Iterator[str]:
    """Give the patterns of a module, without the names and the looks back in them."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield re.sub(r"\(\?P?<", "", ast.unparse(node.args[0]))


def _imported(path: Path) -> set[str]:
    """Name the packages a module imports, those for its types included."""
    found = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE if PACKAGE in path.parents else ROOT / "templates").as_posix()


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _without_docstrings(path: Path) -> ast.Module:
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [part for part in body if not _is_docstring(part)]  # type: ignore[attr-defined]  # every node with a body
    return tree


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _room(path: Path) -> str:
    """Give the room a module is in, editions each by itself: `editions.search`."""
    parts = _name(path).split("/")
    return ".".join(parts[:2] if parts[0] == "editions" else parts[:1])


def _command(name: str) -> click.Command:
    _, command, _ = main.resolve_command(click.Context(main), [name])
    assert command
    return command


def _found_in_tests(pattern: re.Pattern[str]) -> dict[str, list[str]]:
    texts = {path.name: path.read_text() for path in (ROOT / "tests").rglob("*.py")}
    return {name: found for name, text in texts.items() if (found := pattern.findall(text))}
