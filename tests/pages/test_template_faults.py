"""What a project may have in place of a template of ours: all that ours may have."""

from __future__ import annotations

from guideway.pages.template_faults import template_faults
from guideway.project.templates import our_templates

OURS = our_templates()
READ = {path: text for path, text in OURS.items() if path.endswith((".j2", ".html"))}


def test_every_template_of_the_program_is_one_that_a_project_may_have() -> None:
    assert template_faults({path: text.encode() for path, text in READ.items()}, OURS) == ()


def test_a_component_may_be_called_otherwise_with_all_that_it_makes_itself() -> None:
    """Copied under another name and imported by it: macros, loops and what is set come along."""
    step = READ["components/step.html.j2"]
    own = {
        "components/mine.html.j2": step.replace("macro step(", "macro mine("),
        "components/step.html.j2": step.replace(
            "{% macro step(item) %}",
            '{% from "components/mine.html.j2" import mine as hers with context %}\n'
            "{% macro step(item) %}{{ hers(item) }}",
        ),
    }

    assert template_faults({path: text.encode() for path, text in own.items()}, OURS) == ()
