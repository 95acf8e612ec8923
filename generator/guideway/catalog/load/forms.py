"""What is said of a value that does not have the form its key asks for."""

FORMS = {
    "^[a-z][a-z0-9]*(-": ("is no id", "lower-case words joined by hyphens, such as “stone-bridge”"),
    "^[a-z][a-z0-9]*([.-]": (
        "is no step and no page",
        "such as “complain” or “guide.bridge”",
    ),
    "^[a-z]+(\\.": (
        "is no page and no place on one",
        "such as “guide.bridge” or “guide.bridge#step-pay”",
    ),
    "^[a-z0-9-]+/#": (
        "is no place of a guide",
        "such as “bridge/#step-cross”",
    ),
    "^(step|letter)": (
        "is no place on a guide",
        "steps and letters are, such as “step.ship” or “letter.notice”",
    ),
    "^channel": ("is no channel", "channels have ids such as “channel.keeper.hotline”"),
    "^period": ("is no period", "periods have ids such as “period.answer”"),
    "^threshold": ("is no threshold", "thresholds have ids such as “threshold.age”"),
    "^(guide|decision": (
        "is no page that can be suggested",
        "guides, decisions and warnings can, such as “guide.bridge”",
    ),
    "^(threshold|period": (
        "is no record that has a number",
        "thresholds and periods do, such as “threshold.age”",
    ),
    "^(-?[0-9]": ("is no figure", "a number, a day such as 2026-11-22, or the id of an option"),
    "^(answer": (
        "names nothing to take",
        "such as “answer.paid” or “computed.rate.simple”",
    ),
    "^(channel|law": ("is no record id", "such as “channel.keeper.hotline” or “law.bridge.3”"),
    "^([a-z]": ("is no answer", "the id of an option, or a value such as 7 or 499.99"),
    "^[1-9]": ("is no span of time", "such as “7 days”, “3 months” or “2 years”"),
    "^[12]": ("is no month", "year and month, such as 2025-04"),
    "^https?://": (
        "is no address of a site",
        "it starts with “https://”, on this machine also with “http://”",
    ),
    "^(https://": (
        "is neither an address for mail nor that of a form",
        "such as “name@example.org” or “https://example.org/new?title={title}&body={text}”",
    ),
    "^[a-z]{2,3}": ("is no tag of a language", "such as “en” or “zh-CN”"),
    "^[A-Z]{2}": ("is no country", "two letters, such as “GB” or “GB-ENG”"),
    "^[A-Z]{3}": ("is no currency", "three letters of ISO 4217, such as “EUR”"),
    "^[0-1]": ("is no day of a year", "month and day in quotes, such as '12-24'"),
    "^\\w[\\w+-]*(/": ("is no time zone", "such as “Europe/London”"),
    "^[0-9+ -]": ("is no number that can be dialled", 'digits in quotes, such as "999"'),
    "^[A-Za-z0-9.+-]": ("is no name of SPDX", "such as “CC-BY-4.0”"),
    "^https://": ("is no https address", "addresses start with “https://”"),
    "^[^\\n\\r]*\\S": ("has more than one line or says nothing", "write it on one line"),
}
"""The start of every pattern in the vocabulary → what is said and hinted where it does not fit."""


def form_of(pattern: str) -> tuple[str, str]:
    """Give what is said and hinted where this pattern does not fit."""
    found = (form for start, form in FORMS.items() if pattern.startswith(start))
    return next(found, ("does not fit here", ""))
