"""Opposites in an equal frame: two passages that are word for word the same, but for "above" against "below"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from statement_compare.engine.model import ReasonKind, Span
from statement_compare.engine.text.tokens import Token, TokenKind
from statement_compare.engine.verdict.facts.cues import phrase_list
from statement_compare.engine.verdict.facts.words import word_set
from statement_compare.engine.verdict.reading import Fact, Lexicon, Reading, Relation

IN_FRAME = "antonym.in_frame"
# Both cannot be true; both hardly can ("before the flood" / "after the flood"); both can, and yet they do not agree
# ("some wells are above the limit" / "some wells are below it").
SURE, LIKELY, APART = 0.9, 0.5, 0.35


@dataclass(frozen=True, slots=True)
class _Table:
    """The opposites of one language.

    `sure` and `likely` are rows of two sides. `denies` are opposites of nothing, and of what `affirms`. `fillers` carry
    no side ("is", "the"). `agrees` is a second sign of the same denial ("ningún ... no"). Beside a word of `partial`
    both can be true.
    """

    sure: tuple[tuple[frozenset[str], frozenset[str]], ...]
    likely: tuple[tuple[frozenset[str], frozenset[str]], ...]
    denies: frozenset[str]
    affirms: frozenset[str]
    fillers: frozenset[str]
    agrees: frozenset[str]
    partial: frozenset[str]


def _rows(text: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Rows of opposites, with ";" between them: phrases with "/" between them, and "=" between the two sides."""
    rows = (row.split("=") for row in text.split(";"))
    return tuple((frozenset(phrase_list(first)), frozenset(phrase_list(second))) for first, second in rows)


def in_equal_frames(left: Reading, right: Reading, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The conflict of two passages that differ in nothing but opposites; nothing where anything else differs."""
    if left.text > right.text:
        # Words that can be lined up in two ways are lined up in one, whichever side they stand on.
        return tuple(fact.mirrored() for fact in in_equal_frames(right, left, lexicon))
    for language in sorted({left.language, right.language}):
        table = _TABLES.get(language)
        fact = None if table is None else _of_language(left, right, table, language, lexicon)
        if fact is not None:
            return (fact,)
    return ()


def _of_language(left: Reading, right: Reading, table: _Table, language: str, lexicon: Lexicon) -> Fact | None:
    mine, yours = _words(left), _words(right)
    # As one stretch first: "gracias a" and "a pesar de" share a word that means nothing by it.
    found = _conflict(mine, yours, [_whole(mine, yours)], table, language, lexicon) or _conflict(
        mine, yours, list(_stretches(mine, yours)), table, language, lexicon
    )
    if found is None:
        return None
    strength, here, there = found
    shared = {token.lower for token in mine} & {token.lower for token in yours}
    if shared & table.partial or "?" in (left.text.rstrip()[-1:], right.text.rstrip()[-1:]):
        strength = APART
    spans = _span(mine, here), _span(yours, there)
    return Fact(ReasonKind.ANTONYM, Relation.CONFLICT, *spans, strength, IN_FRAME)


def _conflict(
    mine: Sequence[Token],
    yours: Sequence[Token],
    stretches: Sequence[tuple[range, range]],
    table: _Table,
    language: str,
    lexicon: Lexicon,
) -> tuple[float, range, range] | None:
    """How sure it is that the stretches oppose each other and where; None where one of them does not."""
    opposed: list[tuple[float, range, range]] = []
    denials: list[tuple[float, range, range]] = []
    signs: list[tuple[float, range, range]] = []
    for here, there in stretches:
        a, b = list(mine[here.start : here.stop]), list(yours[there.start : there.stop])
        if _meaning(a, table.fillers) == _meaning(b, table.fillers):
            continue
        if bool(a) != bool(b) and all(token.lower in table.agrees for token in (*a, *b)):
            signs.append((SURE, here, there))
        elif _denies(a, table) != _denies(b, table):
            if not _is_affirmed(b if _denies(a, table) else a, table):
                return None
            denials.append((SURE, here, there))
        else:
            strength = _opposed(a, b, table, language, lexicon)
            if strength is None:
                return None
            opposed.append((strength, here, there))
    # A denial and an opposite undo each other: "not above" is "below".
    if opposed and (denials or signs):
        return None
    found = opposed or denials or signs[:1]
    if not found:
        return None
    strength, here, there = found[0]
    return (strength if len(found) == 1 else LIKELY), here, there


def _words(reading: Reading) -> list[Token]:
    return [token for token in reading.tokens if token.kind is not TokenKind.SYMBOL]


def _stretches(mine: Sequence[Token], yours: Sequence[Token]) -> Iterator[tuple[range, range]]:
    """Places of the words that one passage has where the other has others, or none."""
    a, b = [token.stem for token in mine], [token.stem for token in yours]
    i = j = 0
    for block in Indel.opcodes(a, b).as_matching_blocks():
        if block.a > i or block.b > j:
            yield range(i, block.a), range(j, block.b)
        i, j = block.a + block.size, block.b + block.size


def _whole(mine: Sequence[Token], yours: Sequence[Token]) -> tuple[range, range]:
    """All between the words that both passages begin with and those that both end with."""
    shorter = min(len(mine), len(yours))
    start = next((i for i in range(shorter) if mine[i].stem != yours[i].stem), shorter)
    most = shorter - start
    end = next((i for i in range(most) if mine[-1 - i].stem != yours[-1 - i].stem), most)
    return range(start, len(mine) - end), range(start, len(yours) - end)


def _opposed(a: list[Token], b: list[Token], table: _Table, language: str, lexicon: Lexicon) -> float | None:
    first, second = _forms(a, table), _forms(b, table)
    for rows, strength in ((table.sure, SURE), (table.likely, LIKELY)):
        for here, there in rows:
            if (first & here and second & there) or (first & there and second & here):
                return strength
    if any(token.text[:1].isupper() and token.span.start for token in (*a, *b)):
        return None
    one, other = (" ".join(_said(each, table.fillers)) for each in (a, b))
    return LIKELY if one and other and lexicon.are_antonyms(one, other, language) else None


def _forms(words: list[Token], table: _Table) -> set[str]:
    """A stretch as it may stand in the table: with what carries no side, and without it."""
    return {" ".join(token.lower for token in words), " ".join(_said(words, table.fillers))}


def _said(words: list[Token], fillers: frozenset[str]) -> list[str]:
    return [token.lower for token in words if token.lower not in fillers]


def _meaning(words: list[Token], fillers: frozenset[str]) -> list[str]:
    return [token.stem for token in words if token.lower not in fillers]


def _denies(words: list[Token], table: _Table) -> bool:
    return not table.denies.isdisjoint(_forms(words, table))


def _is_affirmed(words: list[Token], table: _Table) -> bool:
    return not _said(words, table.fillers) or not table.affirms.isdisjoint(_forms(words, table))


def _span(words: Sequence[Token], place: range) -> Span | None:
    """The words of a stretch; the word behind it as well where it has none ("accident" for "no accident")."""
    if not words:
        return None
    last = min(place.stop - 1 if len(place) else place.start, len(words) - 1)
    return Span(words[min(place.start, last)].span.start, words[last].span.end)


_TABLES: dict[str, _Table] = {
    "en": _Table(
        sure=_rows(
            """
            above / over / beyond / more than / higher than / greater than / in excess of / exceed / exceeds /
              exceeded / exceeding / surpass / surpasses / surpassed / upwards of = below / under / beneath / within
              / less than / lower than / smaller than / fewer than / short of / falls short of / fell short of /
              underneath;
            more / higher / greater / larger / bigger / increased / rising / upper = less / fewer / lower / smaller
              / reduced / falling;
            better / stronger / faster / safer / cleaner / easier / cheaper / earlier / longer / wider / warmer /
              richer / quieter / newer / lighter = worse / weaker / slower / riskier / dirtier / harder / dearer /
              later / shorter / narrower / colder / poorer / louder / older / heavier;
            most / many / the majority / majority / much / a lot = few / very few / little / hardly any / minority /
              a minority / least;
            with = without;
            for / in favour of / in favor of / in favour / pro = against / opposed to;
            always / often / frequently / usually / regularly = never / rarely / seldom / hardly ever;
            everyone / everybody / someone / somebody / anyone / all / each / every / both = no one / nobody / none
              / neither / no;
            everything / something / anything = nothing;
            everywhere / somewhere / anywhere = nowhere;
            up / upwards / upward = down / downwards / downward;
            inside / within / indoors = outside / outdoors;
            on / in operation / open = off / out of operation / closed;
            ahead of / in front of = behind;
            at least / no less than / no fewer than / a minimum of = less than / fewer than / under / below;
            at most / no more than / up to / a maximum of = more than / over / above / in excess of;
            ahead of schedule / on time / on schedule = behind schedule / late;
            fully / completely / entirely / wholly = partly / partially / in part;
            because of / thanks to / owing to / due to = despite / in spite of
            """
        ),
        likely=_rows(
            """
            before / ahead of / prior to / until = after / following / since / from;
            in / into = out / out of;
            to / towards / toward = from / away from;
            near / close to / next to = far from;
            at least = at most;
            first = last;
            upstream = downstream;
            north / north of = south / south of;
            east / east of = west / west of;
            day / by day = night / by night;
            left = right;
            on top of / over = under / underneath;
            together with / alongside = apart from;
            including = excluding;
            early = late
            """
        ),
        denies=frozenset(
            phrase_list(
                """
                no / not / never / none / none of / neither / neither of / not a / not any / not one / nobody /
                no one / cannot / not all / not every / not a single / can't / didn't / doesn't / don't / isn't
                / aren't / wasn't / weren't / hasn't / haven't / hadn't / won't / wouldn't
                """
            )
        ),
        affirms=frozenset(
            phrase_list(
                """
                some / any / all / every / each / both / one / several / many / always / most / all of / some of
                / both of / each of / one of / most of / many of / either of / either / everyone / everybody /
                someone / somebody / can
                """
            )
        ),
        fillers=word_set(
            """
                a an the is are was were be been being am has have had do does did it lies lay stands stood
                stays stayed remains remained of far well just slightly still there
                """
        ),
        agrees=frozenset(),
        partial=word_set(
            """
                some several certain other another sometimes partly may might could or if whether various
                """
        ),
    ),
    "ru": _Table(
        sure=_rows(
            """
            выше / больше / более / свыше / сверх / превышает / превысил / превысила / превысило / превысили /
              превышают = ниже / меньше / менее / в пределах / не достигает;
            лучше / сильнее / быстрее / безопаснее / чище / легче / дешевле / раньше / дольше / шире / теплее /
              проще = хуже / слабее / медленнее / опаснее / грязнее / тяжелее / дороже / позже / короче / уже /
              холоднее / сложнее;
            много / многие / большинство / большая часть = мало / немногие / меньшинство / меньшая часть;
            с / со / вместе с = без;
            за = против;
            всегда / часто / обычно / регулярно = никогда / редко / изредка;
            все / всё / каждый / каждая / каждое / оба / обе = никто / ничто / ничего / ни один / ни одна / ни одно;
            кто-то = никто;
            везде / всюду = нигде;
            вверх / наверх = вниз;
            внутри / в = снаружи / вне / за пределами;
            над / поверх = под;
            впереди / перед = позади / за / сзади;
            благодаря / из-за = несмотря на / вопреки;
            не менее / как минимум / по меньшей мере = менее / меньше / ниже;
            не более / максимум / до = более / больше / свыше / выше;
            полностью / целиком = частично / отчасти
            """
        ),
        likely=_rows(
            """
            до / перед = после / с;
            в / на / к = из / с / от / со;
            вблизи / близко от / рядом с / около = вдали от / далеко от;
            первый / первая / первым = последний / последняя / последним;
            севернее = южнее;
            восточнее = западнее;
            днём / днем = ночью;
            включая = исключая / кроме;
            рано = поздно
            """
        ),
        denies=frozenset(
            phrase_list(
                """
                не / нет / никогда / никогда не / ни один / ни одна / ни одно / ни одного / ни одной / никто /
                никто не / нельзя / не все / никакой / никакая / никакого / никаких / отнюдь не
                """
            )
        ),
        affirms=frozenset(
            phrase_list(
                """
                все / каждый / каждая / каждое / один / одна / всегда / можно / есть / всё / оба / обе / кто-то
                / многие / некоторые
                """
            )
        ),
        fillers=word_set(
            """
                был была было были есть является являются находится находятся остаётся остается чуть намного
                немного
                """
        ),
        agrees=word_set("не ни"),
        partial=word_set(
            """
                некоторые некоторых несколько часть другие других иногда может могут или если ли
                """
        ),
    ),
    "kk": _Table(
        sure=_rows(
            """
            жоғары / артық / көп / асады / асты / асып кетті = төмен / кем / аз / жетпейді / жетпеді;
            жақсы / жақсырақ / күшті / тез / жылдам / таза / арзан / ерте / ұзақ / кең / жылы / оңай = нашар /
              нашаррақ / әлсіз / баяу / ақырын / лас / қымбат / кеш / қысқа / тар / суық / қиын;
            көп / көбі / көпшілігі = аз / азы / азшылығы;
            қолдап / жақтап = қарсы;
            әрқашан / әрдайым / үнемі / жиі = ешқашан / сирек;
            барлығы / бәрі / барлық / бүкіл / әр / әрбір = ешкім / ешбірі / ешбір / ешқандай / ештеңе;
            барлық жерде = еш жерде;
            жоғарыға / жоғары қарай = төменге / төмен қарай;
            ішінде / ішкі = сыртында / сыртқы;
            үстінде = астында;
            алдында = артында;
            кемінде / ең азы = кем;
            арқасында = қарамастан;
            толық / толығымен = ішінара / жартылай;
            бар = жоқ;
            болды = болмады / болған жоқ
            """
        ),
        likely=_rows(
            """
            дейін / бұрын = кейін / соң;
            жақын / жанында = алыс;
            бірінші = соңғы;
            солтүстік / солтүстігінде = оңтүстік / оңтүстігінде;
            шығыс / шығысында = батыс / батысында;
            күндіз = түнде
            """
        ),
        denies=frozenset(
            phrase_list(
                """
                емес / жоқ / ешқандай / ешбір / ешқашан / ешкім / бірде-бір / бірде бір / еш
                """
            )
        ),
        affirms=frozenset(
            phrase_list(
                """
                бар / барлық / бәрі / әр / әрбір / бір / әрқашан / барлығы
                """
            )
        ),
        fillers=word_set("болып тұр еді екен сәл әлі"),
        agrees=word_set("емес жоқ"),
        partial=word_set("кейбір бірнеше бөлігі басқа кейде мүмкін немесе егер"),
    ),
    "de": _Table(
        sure=_rows(
            """
            über / oberhalb / mehr als / höher als / größer als / jenseits / überschreitet / überschreiten /
              überschritt / überschritten / übersteigt / überstieg / übertrifft / übertraf = unter / unterhalb /
              weniger als / niedriger als / kleiner als / innerhalb / unterschreitet / unterschreiten / unterschritt
              / unterschritten;
            mehr / höher / größer / höhere / höheren / größere = weniger / niedriger / kleiner / geringer /
              niedrigere / niedrigeren / kleinere / geringere;
            besser / stärker / schneller / sicherer / sauberer / leichter / billiger / früher / länger / breiter /
              wärmer / einfacher = schlechter / schwächer / langsamer / unsicherer / schmutziger / schwerer / teurer
              / später / kürzer / schmaler / kälter / schwieriger;
            viele / meisten / vielen / viel / mehrheit = wenige / wenigsten / wenigen / wenig / kaum / minderheit;
            mit / samt = ohne;
            für = gegen;
            immer / stets / oft / häufig / meist / regelmäßig = nie / niemals / selten / kaum;
            alle / jeder / jede / jedes / beide / jemand / sämtliche = keiner / keine / keines / niemand / kein;
            alles / etwas = nichts;
            überall = nirgends / nirgendwo;
            nach oben / aufwärts / hinauf / hoch = nach unten / abwärts / hinunter / herunter / runter;
            innerhalb / drinnen / innen = außerhalb / draußen / außen;
            an / ein = aus;
            vor = hinter;
            dank / wegen / aufgrund = trotz;
            mindestens / wenigstens / nicht weniger als = weniger als / unter;
            höchstens / maximal / nicht mehr als / bis zu = mehr als / über;
            vollständig / ganz / völlig / komplett = teilweise / zum teil
            """
        ),
        likely=_rows(
            """
            vor / bis = nach / seit / ab;
            in / nach / zu = aus / von;
            nahe / neben / bei / unweit = fern von / weit von;
            erste / ersten = letzte / letzten;
            nördlich = südlich;
            östlich = westlich;
            tagsüber = nachts;
            einschließlich = ausschließlich / ausgenommen;
            früh = spät;
            mindestens = höchstens
            """
        ),
        denies=frozenset(
            phrase_list(
                """
                kein / keine / keinen / keinem / keiner / keines / nicht / nie / niemals / niemand / keinerlei /
                weder / nicht alle / nicht jeder
                """
            )
        ),
        affirms=frozenset(
            phrase_list(
                """
                alle / jeder / jede / jedes / beide / jemand / einige / viele / immer / mehrere / jeden / jedem
                """
            )
        ),
        fillers=word_set(
            """
                ein eine einen einem einer eines der die das den dem des ist sind war waren wird werden wurde
                wurden hat haben hatte hatten liegt liegen lag lagen bleibt blieb weit knapp etwas noch deutlich
                """
        ),
        agrees=word_set("nicht"),
        partial=word_set(
            """
                einige einigen manche manchen mehrere andere anderen manchmal kann können könnte oder wenn ob
                teil
                """
        ),
    ),
    "fr": _Table(
        sure=_rows(
            """
            au-dessus / au-dessus de / au-dessus du / au-dessus des / plus de / plus que / au-delà / au-delà de /
              supérieur à / supérieure à / supérieurs à / supérieures à / dépasse / dépassent / dépassait / dépassé
              / excède / excèdent / sur = au-dessous / au-dessous de / au-dessous du / en dessous / en dessous de /
              en dessous du / en-dessous de / sous / moins de / moins que / en deçà / en deçà de / inférieur à /
              inférieure à / inférieurs à / inférieures à;
            plus / supérieur / supérieure / supérieurs / supérieures / davantage / accru / hausse / mieux = moins /
              inférieur / inférieure / inférieurs / inférieures / réduit / baisse / pis;
            meilleur / meilleure / meilleurs / meilleures / mieux / plus fort / plus tôt = pire / pires / plus mal /
              moins bien / plus faible / plus tard;
            beaucoup / beaucoup de / nombreux / nombreuses / plupart = peu / peu de / rares / guère;
            avec = sans;
            pour / en faveur de / en faveur du = contre;
            toujours / souvent / fréquemment / régulièrement = jamais / rarement;
            tous / toutes / chaque / quelqu'un / tout = personne / aucun / aucune / rien / nul / nulle;
            partout = nulle part;
            haut / vers le haut / en haut = bas / vers le bas / en bas;
            à l'intérieur / dedans / à l'intérieur de / dans = à l'extérieur / dehors / à l'extérieur de / hors de;
            devant = derrière;
            grâce à / à cause de / en raison de = malgré / en dépit de;
            au moins / pas moins de = moins de;
            au plus / pas plus de / jusqu'à = plus de / au-delà de;
            entièrement / complètement / totalement = partiellement / en partie
            """
        ),
        likely=_rows(
            """
            avant / jusqu'à = après / depuis / dès;
            à / vers / dans = de / depuis / hors de;
            près / près de / près du = loin / loin de / loin du;
            premier / première = dernier / dernière;
            au nord / nord = au sud / sud;
            à l'est / est = à l'ouest / ouest;
            jour / de jour = nuit / de nuit;
            compris = exclu / excepté;
            tôt = tard;
            au moins = au plus
            """
        ),
        denies=frozenset(
            phrase_list(
                """
                aucun / aucune / pas / ne pas / jamais / ne jamais / personne / rien / nul / nulle / pas un /
                pas une / pas de / pas d' / ni / ne / pas tous / pas toutes / aucun des / aucune des
                """
            )
        ),
        affirms=frozenset(
            phrase_list(
                """
                tous / toutes / chaque / quelques / plusieurs / toujours / tout / tous des / chacun / chacune /
                certains / certaines / quelqu'un
                """
            )
        ),
        fillers=word_set(
            """
                un une des le la les l' du est sont était étaient été a ont avait avaient reste restent se
                trouve trouvent bien légèrement nettement
                """
        ),
        agrees=word_set("ne n' pas"),
        partial=word_set(
            """
                certains certaines quelques plusieurs autre autres parfois peut peuvent pourrait ou si partie
                """
        ),
    ),
    "es": _Table(
        sure=_rows(
            """
            por encima de / por encima del / encima de / encima del / sobre / más de / más que / superior a /
              superior al / superiores a / superiores al / mayor que / mayor de / excede / exceden / excedió /
              supera / superan / superó / rebasa / rebasó = por debajo de / por debajo del / debajo de / debajo del
              / bajo / menos de / menos que / inferior a / inferior al / inferiores a / inferiores al / menor que /
              menor de / dentro de / dentro del;
            más / mayor / mayores / superior / superiores = menos / menor / menores / inferior / inferiores;
            mejor / mejores / más fuerte / más temprano = peor / peores / más débil / más tarde;
            muchos / muchas / mucho / mucha / mayoría = pocos / pocas / poco / poca / minoría;
            con = sin;
            a favor de / a favor del / a favor / por = en contra de / en contra del / en contra / contra;
            siempre / a menudo / frecuentemente / regularmente = nunca / jamás / raramente / rara vez;
            todos / todas / todo / toda / cada / ambos / ambas / alguien / algún / alguno / alguna = nadie / ninguno
              / ninguna / ningún / nada;
            algo = nada;
            arriba / hacia arriba = abajo / hacia abajo;
            dentro / dentro de / dentro del = fuera / fuera de / fuera del;
            delante de / delante del = detrás de / detrás del;
            gracias a / debido a = pese a / a pesar de;
            al menos / por lo menos / como mínimo = menos de;
            como máximo / a lo sumo / no más de / hasta = más de;
            totalmente / completamente / enteramente = parcialmente / en parte
            """
        ),
        likely=_rows(
            """
            antes / antes de / antes del / hasta = después / después de / después del / desde / tras;
            a / al / hacia / en = de / del / desde;
            cerca / cerca de / cerca del = lejos / lejos de / lejos del;
            primer / primero / primera = último / última;
            norte / al norte = sur / al sur;
            este / al este = oeste / al oeste;
            día / de día = noche / de noche;
            incluido / incluida = excluido / excluida / excepto;
            temprano = tarde;
            al menos = como máximo
            """
        ),
        denies=frozenset(
            phrase_list(
                """
                ningún / ninguno / ninguna / no / nunca / jamás / nadie / ni un / ni una / tampoco / no todos /
                no todas / ninguno de / ninguna de / ni un solo / ni una sola
                """
            )
        ),
        affirms=frozenset(
            phrase_list(
                """
                todos / todas / cada / algún / alguna / alguno / siempre / ambos / ambas / varios / varias /
                alguien / algunos / algunas / sí
                """
            )
        ),
        fillers=word_set(
            """
                un una unos unas el la los las es son era eran fue fueron ha han había habían está están estaba
                estaban queda sigue siguen muy bien ligeramente
                """
        ),
        agrees=word_set("no"),
        partial=word_set(
            """
                algunos algunas varios varias otro otra otros otras ciertos ciertas puede pueden podría o si
                parte
                """
        ),
    ),
}
