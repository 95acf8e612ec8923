"""What can be wrong with templates that a project has in place of ours."""

from guideway.problems import Place, Problem


def broken_template(place: Place, what: str, hint: str = "") -> Problem:
    """A template in `templates/` can be read, and asks for no name and no word that is not there.

    It is one of Jinja. What it asks a value for is seen when a page is made: then the build stops
    at its line.

    Wrong:

        templates/components/needs.html.j2 (whole)
        <p>{{ guide.title }</p>

    Right:

        templates/components/needs.html.j2 (whole)
        <p>{{ guide.title }}</p>
    """
    found = "compare it with the template of the same name in the program"
    return Problem(place, what, code="broken-template", hint=hint or found)


def unread_template(place: Place, meant: str) -> Problem:
    """A file in `templates/` has the name of one in the program, or another of them names it.

    What has neither is passed over. This is a warning.

    Wrong:

        templates/components/stepp.html.j2 (whole)
        <p>{{ step.do }}</p>

    Right:

        templates/components/needs.html.j2 (whole)
        {% include "components/mine.html.j2" %}
        templates/components/mine.html.j2 (whole)
        <p>{{ guide.title }}</p>
    """
    hint = meant or "give it the path that the file has in the program whose place it takes"
    return Problem(
        place, "nothing reads this file", code="unread-template", hint=hint, level="warning"
    )
