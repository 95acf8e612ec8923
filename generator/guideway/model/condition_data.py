"""Conditions as JSON, for scripts in pages and for programs."""

from guideway.model.conditions import All, Any, Condition, Is, Not, Ticked


def as_data(condition: Condition) -> object:
    """Write a condition as JSON for the script in the page, in a fixed order."""
    match condition:
        case Ticked(question, _, _, boxes, low, high):
            return {"ticked": [question, sorted(boxes), low, high]}
        case Is(question, options):
            return {"is": [question, sorted(options)]}
        case All(parts):
            return {"all": sorted((as_data(part) for part in parts), key=str)}
        case Any(parts):
            return {"any": sorted((as_data(part) for part in parts), key=str)}
        case Not(part):
            return {"not": as_data(part)}
