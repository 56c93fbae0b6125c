"""Dates, hours, sums and telephone numbers as the active variant writes them. Calendars and prose live elsewhere."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import phonenumbers
from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal import locales

register = template.Library()

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
FILE_UNITS = ("octets", "Ko", "Mo", "Go")


def active_locale() -> locales.PortalLocale:
    return locales.by_code(get_language()) or locales.FR_CA


# Dates


def _day_number(day: dt.date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _day_and_month(day: dt.date) -> str:
    return f"{_day_number(day)} {MONTHS[day.month - 1]}"


def _full_date(day: dt.date) -> str:
    return f"{_day_and_month(day)} {day.year}"


def _time_element(machine: str, text: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine, text)


def _as_date(value: dt.date | dt.datetime) -> dt.date:
    """An instant is told by the calendar of the variant's city."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value, active_locale().zone).date() if timezone.is_aware(value) else value.date()
    return value


@register.filter
def full_date(value: dt.date | dt.datetime | None) -> str:
    """« 1er mars 2027 », in a <time> element; nothing for None."""
    if value is None:
        return ""
    day = _as_date(value)
    return _time_element(day.isoformat(), _full_date(day))


@register.filter
def weekday_date(value: dt.date | None) -> str:
    """« lundi 12 septembre 2022 », in a <time> element; nothing for None."""
    if value is None:
        return ""
    return _time_element(value.isoformat(), f"{WEEKDAYS[value.weekday()]} {_full_date(value)}")


@register.simple_tag
def date_range(starts_on: dt.date | None, ends_on: dt.date | None = None) -> str:
    """« 12 au 15 septembre 2022 », « 30 septembre au 2 octobre 2022 », or the one day; the <time> names the first."""
    if starts_on is None:
        return ""
    return _time_element(starts_on.isoformat(), _range_text(starts_on, ends_on or starts_on))


def _range_text(first: dt.date, last: dt.date) -> str:
    if first == last:
        return _full_date(first)
    if first.year != last.year:
        opening = _full_date(first)
    elif first.month != last.month:
        opening = _day_and_month(first)
    else:
        opening = _day_number(first)
    return f"{opening} au {_full_date(last)}"


@register.filter
def at_precision(moment: Any) -> str:
    """The date of a moment of the timeline, as precisely as it is known; « À venir » for one without a date.

    `moment` has `precision` (day, month or year), `starts_on` or `happened_on`, and may have `ends_on`.
    """
    day = getattr(moment, "starts_on", None) or getattr(moment, "happened_on", None)
    if day is None:
        return "À venir"
    if moment.precision == "year":
        return _time_element(f"{day:%Y}", str(day.year))
    if moment.precision == "month":
        return _time_element(f"{day:%Y-%m}", f"{MONTHS[day.month - 1]} {day.year}")
    return date_range(day, getattr(moment, "ends_on", None))


# Hours


def _clock_text(moment: dt.time | dt.datetime) -> str:
    minutes = f"{NBSP}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{NBSP}h{minutes}"


@register.simple_tag
def clock(moment: dt.time | dt.datetime | None) -> str:
    """« 14 h 30 », « 14 h »; nothing for None."""
    return "" if moment is None else _time_element(f"{moment:%H:%M}", _clock_text(moment))


@register.simple_tag
def other_clock(moment: dt.datetime | None, here: Any, there: Any) -> str:
    """An instant at the other city's clock, « 8 h 30 à Thetford Mines »; with its day when it is not the same there.

    `here` and `there` are cities, with `name` and `locale`.
    """
    if moment is None:
        return ""
    local, away = (timezone.localtime(moment, city.locale.zone) for city in (here, there))
    day = "" if local.date() == away.date() else f" le {_day_and_month(away.date())}"
    return _time_element(away.isoformat(), f"{_clock_text(away)}{day} à {there.name}")


@register.simple_tag
def both_clocks(moment: dt.datetime | None, here: Any, there: Any) -> str:
    """« 14 h 30 à Pau, 8 h 30 à Thetford Mines »: the clock of `here`, then that of the other city."""
    if moment is None:
        return ""
    return format_html_join(", ", "{}", ((other_clock(moment, here, city),) for city in (here, there)))


# Quantities


def _grouped(number: Decimal) -> str:
    separator = NBSP if active_locale() is locales.FR_CA else NARROW_NBSP
    text = f"{number:,.0f}" if number == number.to_integral_value() else f"{number:,.2f}"
    return text.replace(",", separator).replace(".", ",")


@register.filter
def money(amount: Decimal | int | None, currency: str) -> str:
    """« 12 000 $ » in Québec, « 12 000 $ CA » in France, « 12 000 € » in both. Never converted."""
    if amount is None:
        return ""
    sign = {"EUR": "€", "CAD": "$" if active_locale() is locales.FR_CA else f"${NBSP}CA"}.get(currency, currency)
    return f"{_grouped(Decimal(amount))}{NBSP}{sign}"


@register.filter
def file_size(size_bytes: int | None) -> str:
    """« 245 Ko », « 1,2 Mo »; nothing when the size is not known."""
    if size_bytes is None:
        return ""
    size, unit = float(size_bytes), 0
    while size >= 1000 and unit < len(FILE_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    text = f"{size:.1f}".removesuffix(".0") if unit >= 2 and size < 10 else f"{size:.0f}"
    return f"{text.replace('.', ',')}{NBSP}{FILE_UNITS[unit]}"


# Telephone numbers


def _parsed_telephone(text: str, region: str) -> phonenumbers.PhoneNumber | None:
    """The number as read from `region`, else from the other side; None when neither recognises it."""
    for tried in dict.fromkeys((region, "CA", "FR")):
        try:
            number = phonenumbers.parse(text, tried)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return number
    return None


@register.filter
def telephone(text: str, region: str = "CA") -> str:
    """A number as the variant's readers dial it; as it was typed when it is not one of Canada or France.

    418 335-2981 in Québec and +1 418 335 2981 from France; 05 59 27 85 80 in France and +33 5 59 27 85 80 from Québec.
    `region` is the ISO code of the country that the number was typed in.
    """
    number = _parsed_telephone(text, region)
    digits = phonenumbers.national_significant_number(number) if number else ""
    if number is None or (number.country_code, len(digits)) not in {(1, 10), (33, 9)}:
        return text
    extension = f", poste {number.extension}" if number.extension else ""
    is_from_quebec = active_locale() is locales.FR_CA
    if number.country_code == 1:
        area, exchange, line = digits[:3], digits[3:6], digits[6:]
        shown = f"{area} {exchange}-{line}" if is_from_quebec else f"+1 {area} {exchange} {line}"
    else:
        pairs = " ".join(digits[start : start + 2] for start in range(1, 9, 2))
        shown = f"+33 {digits[0]} {pairs}" if is_from_quebec else f"0{digits[0]} {pairs}"
    return shown + extension


@register.filter
def telephone_link(text: str, region: str = "CA") -> str:
    """The `tel:` address of a number; empty when it is not one of Canada or France."""
    number = _parsed_telephone(text, region)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966) if number else ""
