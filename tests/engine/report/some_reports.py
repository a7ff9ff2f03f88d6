"""Comparisons and reviews made by hand, in three languages, with everything that a report has to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from made_side import IN_BRACES, Part, made_side

from statement_compare.engine.model import (
    Comparison,
    Correction,
    Decision,
    GeneralDenial,
    Link,
    Lost,
    Nearest,
    Pair,
    Reason,
    ReasonKind,
    Role,
    Side,
    Signature,
    Status,
    Verdict,
    pair_of,
)
from statement_compare.engine.reported import ReportChoice, Reported, Scope

AT = "2026-01-02T03:04:05+00:00"


def written(
    left: list[str], right: list[str], links: list[tuple[int, int, Verdict, ReasonKind]], language: str = "en"
) -> Comparison:
    """A comparison of two lists of marked sentences; a link's reason rests on the marks of its two sentences."""
    ministry = {"path": "ministry.txt", "sha256": "a" * 64, "speaker": "Ministry", "date": date(2021, 11, 1)}
    answer = {"path": "answer.txt", "sha256": "b" * 64, "title": "An answer"}
    (first, left_marks), (second, right_marks) = (
        made_side(Part(sentences), marked=IN_BRACES, roles=_courtesies(sentences), language=language, **known)
        for sentences, known in ((left, ministry), (right, answer))
    )
    made = []
    for i, j, verdict, kind in links:
        reason = Reason(kind, left_marks.get(i), right_marks.get(j), "no.such.rule")
        made.append(Link((i,), (j,), 0.31, verdict, 0.93, (reason,)))
    lone = [
        tuple(s.id for s in statement.sentences if s.id not in {link[side] for link in links})
        for side, statement in enumerate((first, second))
    ]
    signature = Signature("9.9", (("preset", "normal"),), (("encoder", "tiny sha256:abc"),))
    return Comparison(first, second, tuple(made), lone[0], lone[1], signature)


def _courtesies(sentences: list[str]) -> dict[int, Role]:
    return {n: Role.COURTESY for n, sentence in enumerate(sentences) if sentence.startswith("Thank you")}


_TEXTS: dict[str, tuple[list[str], list[str]]] = {
    "en": (
        [
            "The port received {two} new cranes in March.",
            "Its basin is {12 metres} deep & <dredged> each year.",
            "Every berth {will be} free of charge in winter.",
            "Some {300} people work there.",
            "The harbour railway was closed on 4 March 2022.",
            "The pilots of the port took {no part} in the strike.",
        ],
        [
            "The port received {one} crane.",
            "The basin is {9 metres} deep.",
            "Some berths {may be} free of charge.",
            "About {300} people work in the port.",
            "The company rejects these charges.",
            "Pilots {took part} in it for two days.",
        ],
    ),
    "ru": (
        [
            "В марте порт получил {два} новых крана.",
            "Глубина бассейна – {12 метров}.",
            "Зимой каждый причал {будет} бесплатным.",
            "Там работает {300} человек.",
            "Портовая ветка закрыта 4 марта 2022 года.",
            "Лоцманы {не участвовали} в забастовке.",
        ],
        [
            "Порт получил {один} кран.",
            "Глубина бассейна – {9 метров}.",
            "Некоторые причалы {могут быть} бесплатными.",
            "В порту работает около {300} человек.",
            "Компания отвергает эти обвинения.",
            "Лоцманы {участвовали} в ней два дня.",
        ],
    ),
    "kk": (
        [
            "Наурызда портқа {екі} жаңа кран әкелінді.",
            "Бассейннің тереңдігі – {12 метр}, ғимараты – үш қабат.",
            "Қыста әр айлақ {тегін болады}.",
            "Онда {300} адам жұмыс істейді.",
            "Порт теміржолы 2022 жылғы 4 наурызда жабылды.",
            "Ұшқыш-лоцмандар ереуілге {қатысқан жоқ}.",
        ],
        [
            "Портқа {бір} кран әкелінді.",
            "Бассейннің тереңдігі – {9 метр}.",
            "Кейбір айлақ {тегін болуы мүмкін}.",
            "Портта {300} шақты адам жұмыс істейді.",
            "Компания бұл айыптауларды жоққа шығарады.",
            "Олар ереуілге екі күн {қатысты}, һәм өңі бөлек.",
        ],
    ),
}
_LINKS = [
    (0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER),
    (1, 1, Verdict.CONTRADICTION, ReasonKind.NUMBER),
    (2, 2, Verdict.QUALIFIED, ReasonKind.MODALITY),
    (3, 3, Verdict.AGREEMENT, ReasonKind.NUMBER),
    (5, 5, Verdict.UNCLEAR, ReasonKind.NEGATION),
]
CRANES: Pair = ((0,), (0,))
BASIN: Pair = ((1,), (1,))
BERTHS: Pair = ((2,), (2,))
PEOPLE: Pair = ((3,), (3,))
PILOTS: Pair = ((5,), (5,))


def harbour(language: str = "en") -> Comparison:
    """Two contradictions, a qualified finding, an agreement, one that may contradict, a claim alone and a denial."""
    left, right = _TEXTS[language]
    made = written(left, right, _LINKS, language)
    *others, last = made.links
    return replace(
        made,
        links=(*others, replace(last, leaning=0.4)),
        nearest=(Nearest(Side.LEFT, 4, 3, 0.02), Nearest(Side.RIGHT, 4, 1, 0.001)),
        denials=(GeneralDenial(Side.RIGHT, 4, (4,)),),
    )


def reviewed(language: str = "en") -> Reported:
    """The harbour pair with a decision of each kind, notes, statuses, a link by hand and what was done beside that."""
    made = harbour(language)
    said: dict[Pair, Decision] = {
        CRANES: Decision(Verdict.QUALIFIED, "one of two is lent", status=Status.ASKED, reviewer="Ada", at=AT),
        BASIN: Decision(is_confirmed=True, note="ask the port", is_bookmarked=True, reviewer="Bo", at=AT),
        BERTHS: Decision(is_dismissed=True, reviewer="Ada", at=AT),
        PILOTS: Decision(Verdict.UNCLEAR, status=Status.SETTLED, reviewer="Ada", at=AT),
    }
    gone = Decision(Verdict.CONTRADICTION, note="false", reviewer="Ada")
    links = tuple(
        replace(link, verdict=said[pair_of(link)].verdict or link.verdict) if pair_of(link) in said else link
        for link in made.links
    )
    return Reported(
        replace(made, links=links),
        said,
        by_hand=frozenset({PEOPLE}),
        proposed={pair_of(link): link for link in made.links if pair_of(link) in said},
        removed=frozenset({((4,), (3,))}),
        roles={(Side.LEFT, 4): Role.OPINION},
        speakers={Side.RIGHT: "The port"},
        corrections=(Correction(Side.RIGHT, 1, "The bas- in is 9 metres deep.", "The basin is 9 metres deep."),),
        lost=(Lost(("The port was shut.",), ("It was open.",), gone),),
        reviewer="Cem",
    )


CHOICES: Mapping[str, ReportChoice] = {
    "all": ReportChoice(),
    "findings": ReportChoice(Scope.FINDINGS),
    "confirmed": ReportChoice(Scope.CONFIRMED),
    "chosen": ReportChoice(Scope.CHOSEN, frozenset({BASIN, PILOTS})),
    "without agreements": ReportChoice(has_agreements=False, has_dismissed=False),
}


def in_one(made: Comparison) -> Comparison:
    """The pair with two sentences of the left side in one finding, one of them without a marked word."""
    *_, agreement, last = made.links
    both = replace(agreement, left=(*agreement.left, 4))
    plain = replace(last, right=(4, *last.right), reasons=())
    return replace(made, links=(*made.links[:-2], both, plain), only_left=(), only_right=(), nearest=(), denials=())


def some_reports() -> Iterator[tuple[str, Comparison | Reported, ReportChoice]]:
    """Each of the reports that all formats must tell alike, by a name."""
    for language in ("en", "ru", "kk"):
        yield f"{language} nobody decided", harbour(language), ReportChoice(language=language)
        for name, choice in CHOICES.items():
            yield f"{language} {name}", reviewed(language), replace(choice, language=language)
    yield "several sentences", in_one(harbour()), ReportChoice()
