"""Where something happened: of the cities that a text names, those that it names as the place.

`Study tour to Prague`, `visited Zadar`, `worked in Wuxi`, `at the Maribor health centre` and `Bilbao hosted` name
places; `Letter to the mayors of Lisbon`, `nurses from Taizhou` and `between Wuxi and Bilbao` do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ucap.gazetteer.countries import is_country
from ucap.gazetteer.regions import is_region
from ucap.plan.status import has_status
from ucap.reading.places.cities import NamedCity
from ucap.reading.values.dates import match_date
from ucap.vocabulary.folding import HAN
from ucap.vocabulary.reference import any_word, word_list

_PART_OF_CITY = r"(?:(?:downtown|central|nearby|old|new|northern|southern|eastern|western|greater|historic)\s+)?"
_NAMED_HOUSE = r"(?:(?-i:[A-Z])[\w'’-]*\s+){1,3}"
_OF = r"(?:(?:the|a|an|its|their)\s+)?(?:[\w'’-]+\s+){1,3}?of\s+(?:the\s+city\s+of\s+)?"
_SITE_OF = (
    r"(?:the\s+(?:(?:(?!mayor|lord|vice|deleg|repres|govern|compan|people|council|chamber|team|partner|member|citizen)"
    r"[\w-]+\s+){1,5}of\s+)?)?"
)
_TOWN_OF = r"(?:the\s+)?(?:(?:city|port|cities|town|region)\s+of\s+)?"
_GROUND = r"(?:shores?|walls|banks?|coast|beach|(?:sea|water|river)\s?(?:front|side)|outskirts|campus|premises|grounds)"
_MOVE = (
    r"(?:visit|mission|trip|tour|travell?|journey|excursion|delegation|invitation|transfer|secondment|stay|internship"
    r"|return|move|invit|welcom)(?:s|ed|ing|ations?)?|went|go|goes|came|come|flew|fly"
)
_SENT = (
    r"experts?|delegat(?:ion|e)s?|teams?|groups?|students?|pupils|apprentices?|interns?|trainees?|teachers?|staff|officials?"
    r"|officers?|specialists?|engineers?|doctors?|nurses?|researchers?|volunteers?|trainers?|coach(?:es)?|artists?"
)
"""Who is sent is there then; a letter that is sent is not."""
_EVENT = (
    r"(?:meeting|workshop|conference|fair|seminar|visit|exhibition|forum|festival|event|summit|training|session|expo"
    r"|congress|course|week|day|mission|tour|stand|kick-?off)s?"
)
_OBJECT = (
    r"(?:(?!\b(?:deleg|repr[eé]|expert|[eé]?stud|firm|empres|entrepri|azien|societ|alcald|sindac|maire|primar|prefeit|rector|ambas))"
    r"[^.;:,]){2,60}?"
)
"""What was visited, and not who came: `depoul de troleibuze` of `a vizitat depoul de troleibuze din Galați`."""
_JOURNEY = rf"\b{any_word('journey')}\w{{0,4}}\b(?:(?!brev|brief|dopis)[^.;:,]){{0,60}}?\s{any_word('journey-to')}\s+"
"""`studiereis naar`, `studijní cesta do`, and not `návštěva školy, dopis do`."""
_ABROAD = (
    r"\b(?:à|nel|nella|em|te|zu)\s+|\b(?:di|del|della|dell|dei|il|un|una|con)\b[^.;:]{0,60}\sa\s+"
    r"|\b(?:im|am|beim|(?:in|an)\s+der)\s+(?-i:[A-ZÄÖÜ])\w+\s+(?:von|zu|in)\s+"
    r"|\b(?:(?:nel|al|all|nell)(?:l[ao]|['’])?|presso)\s*[^.;:,\d]{1,40}\sd(?:i\s+|ella\s+|ell['’])"
    r"|\b(?:incontr|riunion|convegn|seminar|laborator|mostr|fier|visit|sopralluog|stage|tirocin|workshop|scambi|assemble)[^\W\d_]*\s+a\s+"
    r"|\b(?:estad|estàn[cç]i|jornad|taller|fir[ae]|exposici|seminari|reuni|trobad|congr|confer|curs)[^\W\d_]*\b[^.;:]{0,60}?\sa\s+"
    r"|\b(?:al|als|a\s+l[ae']s?|a\s+l’)\s*[^.;:,]{1,40}\s(?:de|d['’])\s*"
    r"|\b(?:au|aux|à\s+la|dans\s+l[ae]s?)\s+[^.;:,]{1,40}\s(?:d[eu]s?\s|d['’])\s*"
    r"|(?-i:(?<![^\W\d_])[^\W\d_A-ZÀ-Þ]+)\s+en\s+"
    r"|\b[^\W\d_]*(?:reise|fahrt|exkursion|ausflug|besuch|delegation|mission)[^\W\d_]*\b[^.;:]{0,60}?\snach\s+"
    r"|\b(?:visitas?|viajes?|misi[oó]n|delegaci[oó]n|viaggio|missione|delegazione|viagem|missão|delegação)\b[^.;:]{0,60}?\sao?\s+"
    r"|\b(?:visitas?|viajes?|misi[oó]n|delegaci[oó]n|viaggio|missione|delegazione|viagem|missão|delegação)\b[^.;:]{0,60}?"
    r"\sa(?:\s+(?:la|las|los)\s+|l\s+|o\s+|i\s+|gli\s+|lle\s+|s\s+)[^.;:,]{2,30}\s(?:de|di|da|do)\s+"
    r"|\b(?:werk)?bezoek(?:en)?\s+aan\s+"
    rf"|{_JOURNEY}|\b{any_word('visited')}\s+(?:a\s+)?"
    r"|\b(?:wizyt|warsztat|seminari|spotkani|konferencj|forum)\w{0,4}\s+we?\s+|\b(?:wizyt|wyjazd|misj)\w{0,4}\b[^.;:]{0,40}?\sdo\s+"
    r"|\bbij\s+(?:de\s+)?(?:gemeente|stad|haven)\s+(?:van\s+)?"
    r"|(?:besök|besøg|seminari?um|seminar|workshop|möte|møde|konferens|konference)\s+(?:i|på|till|til)\s+"
    rf"|\bvizit\w{{0,3}}\s+(?:la|în)\s+|\bvizit\w*\s{_OBJECT}\sdin\s+"
    rf"|\bvisit(?:a|ó|aron|ou|aram|ato|arono|é|èrent|ent)\s+(?:el|las?|los|il|lo|i|gli|les?|os?|as?|l['’])\s*{_OBJECT}\s(?:de|di|d[oau]|del(?:la)?)\s+"
    r"|(?-i:(?<=[^\W\d_A-Z])\s(?:la|în|στ(?:ο|η|ον|ην|α|ους|ις)|в|във?)\s+)|(?-i:(?<=[^\W\d_A-Z\u0410-\u042f])\s(?:we?|ve?|u)\s+)"
    r"|(?:赴|在|于|到|到访|访问|参访|走访|参观|考察|前往|抵达)"
)  # "accueillis à", "im Rathaus von", "nel municipio di", "missione di Trieste a", "Reise nach", "forum la", "赴"
_BEFORE = re.compile(
    rf"(?:\b(?:in|at|inside|near|around|across|throughout|within)\s+(?:the\s+)?{_PART_OF_CITY}"
    rf"|\b(?:in|at)\s+the\s+{_NAMED_HOUSE}|{_ABROAD}"
    rf"|\b(?:in|at|inside|through|via|across)\s+{_OF}"
    rf"|\bon\s+the\s+(?:[\w-]+\s+)?{_GROUND}\s+of\s+"
    r"|\b(?:through|via)\s+"
    rf"|\b(?:{_MOVE})\b[^.;:]{{0,80}}?\bto\s+(?:{_TOWN_OF}|{_SITE_OF})"
    rf"|\b(?:{_SENT})\b[^.;:]{{0,60}}?\b(?:sent|dispatched|posted|deployed)\s+to\s+(?:{_TOWN_OF}|{_SITE_OF})"
    rf"|\bvisit(?:s|ed|ing)?\s+(?:to\s+)?(?!of\b|by\b|from\b){_OF}|\b(?:tour|inspection)s?\s+of\s+(?:{_OF})?"
    rf"|\bhosted\s+by\s+(?:{_OF}|{_TOWN_OF})"
    rf"|\b{_EVENT}\s+\("
    rf"|\b(?:visit(?:s|ed|ing)?|tour(?:ed|ing)|host\s+cit(?:y|ies)|venue:?|place:?)\s+{_TOWN_OF})[“\"(]?$",
    re.IGNORECASE,
)
_JOURNEY_OF = re.compile(r"\b(?:tour|visit|trip|mission|journey)s?\s+of\s+(?:the\s+city\s+of\s+)?$", re.IGNORECASE)
_TO = re.compile(r"(?:\s+(?:delegation|experts|officials))?\s+to\s")  # " to " of "Study tour of Jining to Groningen"
_HOST = re.compile(
    r"(?:\s+(?:has|had|again|also|then))?\s+(?:hosts?|hosted|welcom(?:es|ed)|received\s+(?:(?:a|the)\s+\w*\s?delegation"
    r"|(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|several)\s(?!letters|gifts|offers)[^.;:]{2,60}\sfrom))\b"
    rf"|(?-i:(?:(?!代表|在|于|与|和|赴)[{HAN}]){{0,10}}(?:举办|举行|主办|召开|接待))",
    re.IGNORECASE,
)  # " has hosted", "工业博物馆举办" behind "柳州"
_JOINED = re.compile(
    r"(?:\s+(?-i:[A-Z])[\w'’-]*){0,3}\s*(?:\([^()]*\))?\s*(?:,|/|&|\band\b|\bor\b|\bthen\b|\bas\s+well\s+as\b|–|-)(?:\s*(?:and|then))?\s*"
    rf"(?:(?:in|to|at)\s+)?{_SITE_OF}",
    re.IGNORECASE,
)  # " and "
_DETERMINER = r"(?:\d+\s|une?\s|des\s|l[aeo]s?\s|il\s|un[oa]?s?\s|uma\s)"
_NOT_DONE_THERE = (
    r"(?!intent|inten[cç]|\W(?:sign|firm|assin|re[çc]u|ricev|recib|receb|pr[eé]sent|apresent|expos|esposi|remis"
    r"|lu[es]?\b|lett[aoie]\b|le[ií]d))"
)
"""No word for what is done with a letter or a gift in the place that is named: `lettre d'intention signée à Nantes`."""
_NO_VENUE = re.compile(
    r"\b(?:interest(?:ed)?|experience[ds]?|speciali[sz]ed|partners?|based|located|born|article|report|interview|made)s?\s+in\s+(?:the\s+)?$"
    rf"|^\W*(?:{_DETERMINER}|env[io]\w*\s|invi\w*\s|d[eiao]s?\s|d[ou]\s){{0,4}}{any_word('sent-thing')}\b(?:{_NOT_DONE_THERE}[^.;:,]){{0,60}}(?<=\s)"
    r"(?:à|a|aux?|ao|al|alla|all['’])\s*(?:[^.;:,]{1,30}\s(?:d[eiao]|del|du)\s)?$"
    rf"|\b(?:prepar(?:e[sd]?|ing|ations?(?!\s+{_EVENT}\b))|discuss\w*)\b[^.;]{{0,40}}\bto\s+(?:the\s+)?$",
    re.IGNORECASE,
)  # "interested in ", "lettre à "
_TOWN = re.compile(
    r"\b(?:at|in)\s+(?:(?P<part>the\s+))?(?P<name>[A-Z][a-zà-ÿ]{3,}(?:[ -][A-Z][a-zà-ÿ]{2,})?)"
    r"(?(part)\s+(?:[Dd]istrict|[Cc]ounty|[Bb]orough)\b|(?=\s*[.,;)]|\s*$))"
)  # "in Taicang."
_GERMAN = re.compile(r"(?<![^\W_])(?:und|für|mit|von|zum|zur|beim|im|dem|einen?|einer)(?![^\W_])")
"""Small words of a language in which all nouns have capitals: `Schulung für Betreuer in Präsenz`."""
_SCANDINAVIAN = re.compile(
    r"(?<![^\W_])(?:(?:och|og|från|fra|til|till|ett|för|av|af|om|ved|hos|mellan|mellem)(?![^\W_])|(?=[^\W\d_]*[åøæ])[a-zåäöøæ]|[^\W\d_A-Z]*möte)"
)  # "och", "på", "uppstartsmöte", and not the name "Tromsø", which stands in all languages
_IN_SCANDINAVIA = re.compile(r"(?<=[^\W\d_A-Z])\s(?:i|på)\s+$")  # "gör praktik i " before "Malmö"
_COMMA = re.compile(r",\s+")  # ", "
_SENTENCE_START = re.compile(r"(?:^|[.!?;])\W*$")  # ". "
_MOST_CITIES = 40
"""A text with more cities is no account of a single activity; the further ones are not looked at."""
_LEADING = re.compile(r"\s*(?:[–—:]|-(?=\s))\s*")  # " – "
_ALONE_IN_BRACKETS = re.compile(r"(?:,\s*[^\W\d_]+)?\)\s*[.;]?\s*$")  # ")." behind "Forum on ports (Naples"
_EVENT_ON = re.compile(
    rf"\W*(?:(?!of\b)[\w-]+\s+){{0,3}}{_EVENT}\s+(?:on|about)\s+(?:(?!(?:from|by|with|sent|of)\b)[\w'’-]+\s+){{1,8}}\(",
    re.IGNORECASE,
)  # "Second joint workshop on trams ("
_AT_SIGN = re.compile(r"(?<!\S)@\s$")  # "Workshop @ " of "Workshop @ Bari", not of an address
_TRAILING = re.compile(r"\s*(?:[A-Z][\w'’-]+\s*){0,3}(?:[.;(]|$)")  # " Town Hall."


def venues(text: str, cities: Sequence[NamedCity]) -> list[str]:
    """The names of the cities where, by the words around them, something happened, in reading order.

    Without any city, a town that no gazetteer knows may stand behind `at` or `in`: it counts as written.
    """
    cities = cities[:_MOST_CITIES]
    found: list[NamedCity] = []
    for index, city in enumerate(cities):
        is_joined = bool(found) and _is_listed(text, found[-1], city)
        if is_joined or _is_venue(text, city) or _stands_apart(text, index, cities) or _hosts(text, index, cities):
            found.append(city)
    names = [city.name for city in found] or _unknown_towns(text, cities)
    return list(dict.fromkeys(names))


def _is_venue(text: str, city: NamedCity) -> bool:
    before = text[max(0, city.start - 120) : city.start]
    if before.endswith(("(", ", ")) and _is_dated(text, city):
        return True
    if _JOURNEY_OF.search(before) and _TO.match(text, city.end):
        return False
    if _IN_SCANDINAVIA.search(before) and _SCANDINAVIAN.search(text):
        return True
    return (city.is_inside or _BEFORE.search(before) is not None) and not _NO_VENUE.search(before)


def _is_dated(text: str, city: NamedCity) -> bool:
    """Whether a date follows the city: `Kick-off (Graz, May 2018)`."""
    comma = _COMMA.match(text, city.end)
    return comma is not None and match_date(text, comma.end()) is not None


def _hosts(text: str, index: int, cities: Sequence[NamedCity]) -> bool:
    """Whether the city hosted something, alone or with others in a list with which the sentence begins."""
    first = last = index
    while last + 1 < len(cities) and _is_listed(text, cities[last], cities[last + 1]):
        last += 1
    while first and _is_listed(text, cities[first - 1], cities[first]):
        first -= 1
    is_alone = index == last or _SENTENCE_START.search(text[: cities[first].start]) is not None
    return is_alone and _HOST.match(text, cities[last].end) is not None


def _is_listed(text: str, one: NamedCity, two: NamedCity) -> bool:
    """Whether nothing but a comma, `and` or the like stands between two cities."""
    return _JOINED.fullmatch(text, one.end, two.start) is not None


def _stands_apart(text: str, index: int, cities: Sequence[NamedCity]) -> bool:
    """Whether the city stands alone at the start (`Wuxi – signing of ...`) or the end (`Forum on ports, Naples.`).

    Brackets at the end hold the place of an event: `Forum on ports (Naples)`, not `Letter of the mayor (Naples)`.
    """
    city = cities[index]
    leading = _LEADING.match(text, city.end)
    if leading and not text[: city.start].strip():
        return index + 1 == len(cities) or cities[index + 1].start > leading.end()
    before = text[: city.start].rstrip()
    is_alone = before.endswith("(") and _ALONE_IN_BRACKETS.match(text, city.end) is not None
    if _AT_SIGN.search(text, 0, city.start) or (is_alone and _EVENT_ON.fullmatch(before)):
        return True
    is_listed = index > 0 and _is_listed(text, cities[index - 1], city)
    return before.endswith(",") and not is_listed and _TRAILING.match(text, city.end) is not None


def _unknown_towns(text: str, cities: Sequence[NamedCity]) -> list[str]:
    named = {city.start for city in cities}
    matches = [] if _GERMAN.search(text) else [match for match in _TOWN.finditer(text) if not has_status(match[0])]
    towns = [match["name"] for match in matches if match.start("name") not in named]
    return [town for town in towns if not (is_region(town) or is_country(town) or _is_no_town(town))]


def _is_no_town(name: str) -> bool:
    """Whether it is a language, a month, a feast, or the like."""
    return bool(word_list("no-town") & set(name.lower().split()))
