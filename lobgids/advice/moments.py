"""The days on which one looks whether an action works: days of school, and in words."""

from datetime import date

from lobgids.days.school_year import LAST_DAY, free_at, school_day
from lobgids.days.spoken import kept_day
from lobgids.kb.phrasing import phrase
from lobgids.school.view import SchoolView


def school_moment(view: SchoolView, iso: str) -> str:
    """The first day from this one on (YYYY-MM-DD) on which every region has school; empty if it is no day."""
    day = _considered(iso)
    return school_day(view.base, day).isoformat() if day else ""


def around(view: SchoolView, iso: str) -> str:
    """About which day it is, in words that stand within a sentence; empty if it is no day.

    A free day is moved to the first school day after it, and it is said why.
    """
    day = _considered(iso)
    if day is None:
        return ""
    moved = school_day(view.base, day)
    name, fill = ("around", {}) if moved == day else _free(view, day)
    seed, language = view.header.seed, view.language
    return phrase(view.base, f"moment.{name}", seed, day=language.date(moved), free=language.month_day(day), **fill)


def _considered(iso: str) -> date | None:
    """The day; None if it is none, or one where the calendar ends."""
    day = kept_day(iso)
    return day if day and day <= LAST_DAY else None


def _free(view: SchoolView, day: date) -> tuple[str, dict[str, str]]:
    """Why a day is free: the name of the phrase that says so, and what fills it in."""
    free = free_at(view.base, day)
    if free is None:
        return "weekend", {}
    holiday = free.holiday.name
    if free.holiday.kind == "public":
        return "public", {"holiday": holiday}
    if not free.regions:
        return "holiday", {"holiday": holiday}
    regions = (phrase(view.base, f"date.region.{region}", view.header.seed) for region in free.regions)
    return "holiday_in", {"holiday": holiday, "regions": view.language.listing(regions)}
