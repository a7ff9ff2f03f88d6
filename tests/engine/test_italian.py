"""Italian through all of the engine: pairs that conflict, twins that do not, and the words that each rule reads.

The register is that of press releases, ministries, unions and denials.
"""

from __future__ import annotations

import itertools

import pytest

from statement_compare.engine.annotate.charges import tells_a_charge
from statement_compare.engine.annotate.concession import concedes
from statement_compare.engine.annotate.figure_context import content
from statement_compare.engine.annotate.negation_scope import scopes
from statement_compare.engine.annotate.numerals import figure_at, literal, spelled_values, words
from statement_compare.engine.annotate.quantities import quantities
from statement_compare.engine.annotate.reading import Reading, lone_reading
from statement_compare.engine.annotate.time_of_telling import event_moments
from statement_compare.engine.annotate.times import Bearing, Interval, moments, relate
from statement_compare.engine.facts import (
    antonym,
    attribution,
    dates,
    denial,
    entity,
    exclusivity,
    modality,
    negation,
    numbers,
    order,
    quantifier,
    units,
)
from statement_compare.engine.facts.fact import Fact, Relation
from statement_compare.engine.facts.lexicon import BundledLexicon
from statement_compare.engine.facts.pair import FactModule, paired
from statement_compare.engine.general_denials import denies_in_general
from statement_compare.engine.model import CompareOptions, Role, Verdict
from statement_compare.engine.pipeline import judge_pair
from statement_compare.engine.text.anaphora import leans
from statement_compare.engine.text.boundaries import sentence_ends
from statement_compare.engine.text.language import guess
from statement_compare.engine.text.roles import ends_document, role_of
from statement_compare.engine.text.tokens import stem, tokens
from statement_compare.engine.unanswered import weigh

LEXICON = BundledLexicon()
SURE = 0.7
DOUBTFUL = 0.65
MODULES: dict[str, FactModule] = {
    "number": numbers.compare,
    "date": dates.compare,
    "unit": units.compare,
    "order": order.compare,
    "negation": negation.compare,
    "exclusivity": exclusivity.compare,
    "quantifier": quantifier.compare,
    "antonym": antonym.compare,
    "modality": modality.compare,
    "attribution": attribution.compare,
    "denial": denial.compare,
    "entity": entity.compare,
}
# Kind of fact, relation, and the two sides; "none" is a twin that must not be a conflict, whatever else it is.
PAIRS = [
    row.split(" | ")
    for row in """
number | conflict | La società ha licenziato 85 dipendenti dello stabilimento. | La società ha licenziato 40 dipendenti dello stabilimento.
number | conflict | L'azienda ha pagato 3,5 milioni di euro di multa. | L'azienda ha pagato 1,5 milioni di euro di multa.
number | conflict | Il rogo ha distrutto 1.200 abitazioni. | Il rogo ha distrutto dodici abitazioni.
number | same | Lo stabilimento impiega novanta persone. | Lo stabilimento impiega 90 persone.
number | same | La miniera ha prodotto 1.200 tonnellate. | La miniera ha prodotto milleduecento tonnellate.
number | none | La società ha licenziato 85 dipendenti dello stabilimento. | La società ha venduto 40 camion.
number | conflict | Sono stati evacuati 300 residenti. | Sono stati evacuati trenta residenti.
number | conflict | L'impianto consuma 40 litri di gasolio per ora. | L'impianto consuma 90 litri di gasolio per ora.
number | same | L'impianto consuma 40 litri all'ora. | L'impianto consuma 40 litri per ora.
number | same | Il comune ha speso due milioni per la bonifica. | Il comune ha speso due milioni per bonificare il fiume.
number | conflict | Il 40% dei lavoratori ha scioperato. | Il 12% dei lavoratori ha scioperato.
number | same | Sono stati evacuati ventitré residenti. | Sono stati evacuati 23 residenti.
date | conflict | Il permesso è stato rilasciato il 4 maggio. | Il permesso è stato rilasciato il 24 giugno.
date | conflict | Lo stabilimento ha chiuso il 3 marzo 2023. | Lo stabilimento ha chiuso il 18 aprile 2023.
date | conflict | L'ordinanza è in vigore dal 1° gennaio. | L'ordinanza è in vigore dal 1° luglio.
date | same | Il sito ha chiuso il 3 marzo 2023. | Il sito ha chiuso all'inizio di marzo 2023.
date | same | La miniera ha chiuso il 15 maggio. | La miniera ha chiuso a metà maggio.
date | none | Il ministero ha dichiarato il 4 maggio che la miniera è chiusa. | La società ha annunciato il 6 maggio che la miniera è chiusa.
date | qualifies | Il ponte non sarà aperto prima del 2027. | Il ponte sarà aperto nel 2028.
date | conflict | L'incidente è avvenuto lunedì 6 ottobre. | L'incidente è avvenuto martedì 7 ottobre.
date | conflict | L'allarme è scattato alle 3.40. | L'allarme è scattato alle 5.10.
date | none | L'allarme è scattato alle ore 15.40. | L'allarme è scattato alle 15:40.
date | conflict | Lo stabilimento è fermo dal 4 maggio. | Lo stabilimento è fermo dal 18 giugno.
date | none | La legge è stata approvata nel 2021. | La legge è stata approvata nel marzo del 2021.
unit | conflict | La perdita è durata nove ore. | La perdita è durata nove minuti.
unit | conflict | Lo sversamento è stato di 40 tonnellate. | Lo sversamento è stato di 40 chili.
unit | none | Il termine è di 48 ore. | Il termine è di due giorni.
unit | none | Il terreno misura 2 ettari. | Il terreno misura 20.000 m².
unit | conflict | Il serbatoio contiene 500 litri di gasolio. | Il serbatoio contiene 500 metri cubi di gasolio.
unit | none | Il tratto è lungo 3 chilometri. | Il tratto è lungo 3.000 metri.
order | same | La valvola è stata chiusa prima dell'esplosione. | Prima dell'esplosione la valvola è stata chiusa.
order | same | L'impianto è stato evacuato dopo l'incendio. | Dopo l'incendio, l'impianto è stato evacuato.
order | same | I lavori sono iniziati dopo il sopralluogo. | Il sopralluogo si è svolto prima dei lavori.
negation | conflict | Il gestore non ha avvertito i residenti della fuga. | Il gestore ha avvertito i residenti della fuga.
negation | conflict | La banca non ha mai restituito le commissioni. | La banca ha restituito le commissioni.
negation | conflict | Nessuna lettera è stata inviata al sindaco. | Una lettera è stata inviata al sindaco.
negation | none | Lo stabilimento non ha soltanto inquinato il fiume. | Lo stabilimento ha inquinato il fiume.
negation | none | La società non solo ha licenziato i tecnici. | La società ha licenziato i tecnici.
negation | none | Il gestore non ha avvertito i residenti della fuga. | Il gestore ha avvertito la prefettura dello sciopero.
negation | conflict | La società non è mai stata informata del guasto. | La società è stata informata del guasto.
negation | conflict | Nessuno dei tecnici ha ispezionato la diga. | I tecnici hanno ispezionato la diga.
negation | conflict | Il cantiere è stato aperto senza il permesso del comune. | Il cantiere è stato aperto con il permesso del comune.
negation | conflict | L'ente non ha ricevuto alcuna segnalazione. | L'ente ha ricevuto una segnalazione.
negation | none | Non è escluso che la società abbia avvertito il comune. | La società ha avvertito il comune.
exclusivity | conflict | La norma si applica unicamente alle banche. | La norma si applica alle banche e alle assicurazioni.
exclusivity | conflict | L'appalto riguarda soltanto gli ospedali. | L'appalto riguarda gli ospedali e le scuole.
exclusivity | none | Non solo la banca è stata avvertita. | La banca e la borsa sono state avvertite.
exclusivity | none | Il divieto riguarda soltanto 12 pozzi. | Il divieto riguarda i pozzi e le cave.
exclusivity | conflict | Soltanto il comune è stato informato. | Il comune e la regione sono stati informati.
exclusivity | none | Il comune, così come la regione, è stato informato. | Il comune e la regione sono stati informati.
quantifier | conflict | Tutti i dipendenti sono stati formati. | Nessun dipendente è stato formato.
quantifier | conflict | Tutti i pozzi sono stati analizzati. | Nessuno dei pozzi è stato analizzato.
quantifier | none | Tutte le vecchie valvole sono state controllate. | Nessuna nuova valvola è stata controllata.
quantifier | none | Tutte le caldaie sono state ispezionate. | Molte caldaie sono state ispezionate.
quantifier | conflict | Tutte le domande sono state accolte. | Nessuna domanda è stata accolta.
quantifier | none | Alcuni reparti sono chiusi. | Alcuni reparti sono aperti.
quantifier | conflict | La maggior parte degli ospedali è stata chiusa. | Nessun ospedale è stato chiuso.
antonym | none | Le esportazioni sono aumentate. | Le importazioni sono diminuite.
antonym | none | Le vendite non sono aumentate. | Le vendite sono diminuite.
modality | none | La banca deve pubblicare i bilanci. | La banca è tenuta a pubblicare i bilanci.
modality | none | La partecipazione al programma è obbligatoria. | La partecipazione al convegno è facoltativa.
attribution | none | Il guasto è dovuto a un incendio. | Lo sciopero è dovuto a un errore.
attribution | none | Il blackout è stato causato da un incendio. | Il ritardo è stato causato da un sabotaggio.
denial | conflict | La banca ha nascosto le perdite. | È falso che la banca abbia nascosto le perdite.
denial | conflict | Lo stabilimento ha scaricato acido nel fiume. | La società smentisce che lo stabilimento abbia scaricato acido nel fiume.
denial | conflict | La società ha licenziato i tecnici. | La società nega di aver licenziato i tecnici.
denial | conflict | I dati dei clienti sono stati venduti. | L'affermazione secondo cui i dati dei clienti sono stati venduti è falsa.
denial | none | Il serbatoio perdeva a maggio. | La società non contesta che il serbatoio perdeva a maggio.
denial | none | La banca ha nascosto le perdite. | La banca non nega di aver nascosto le perdite.
denial | none | La banca ha nascosto le perdite. | La società smentisce che lo stabilimento abbia scaricato acido nel fiume.
denial | conflict | Il gruppo ha occultato i dati sulle emissioni. | Il gruppo smentisce categoricamente di aver occultato i dati sulle emissioni.
denial | conflict | La centrale ha superato i limiti di emissione. | Non è vero che la centrale abbia superato i limiti di emissione.
denial | conflict | Il ministro ha incontrato i dirigenti della banca. | Il ministro ha negato di aver incontrato i dirigenti della banca.
denial | none | Il ministro ha incontrato i dirigenti della banca. | Il ministro ha confermato di aver incontrato i dirigenti della banca.
denial | none | La centrale ha superato i limiti di emissione. | È vero che la centrale ha superato i limiti di emissione.
entity | none | Le analisi dell'acqua sono state fatte a Torino. | Le analisi del suolo sono state fatte a Genova.
entity | none | Il carico di riso è stato scaricato a Genova. | Il carico di grano è stato scaricato a Savona.
""".strip().splitlines()  # noqa: E501
]
every_pair = pytest.mark.parametrize(("kind", "relation", "left", "right"), PAIRS)


def reading(text: str) -> Reading:
    return lone_reading(text, "it")


def facts(kind: str, left: str, right: str) -> tuple[Fact, ...]:
    return MODULES[kind](paired(reading(left), reading(right), LEXICON), LEXICON)


def strongest(found: tuple[Fact, ...], relation: Relation) -> float:
    return max((fact.strength for fact in found if fact.relation is relation), default=0.0)


@every_pair
def test_a_pair_gives_the_relation_that_its_row_names(kind: str, relation: str, left: str, right: str) -> None:
    found = facts(kind, left, right)
    if relation == "conflict":
        assert strongest(found, Relation.CONFLICT) >= SURE
        return
    assert strongest(found, Relation.CONFLICT) < DOUBTFUL
    if relation != "none":
        assert strongest(found, Relation(relation)) >= 0.5


@every_pair
def test_swapped_sides_give_mirrored_facts(kind: str, relation: str, left: str, right: str) -> None:
    del relation
    there = {(f.kind, f.relation, f.left, f.right, round(f.strength, 6), f.rule) for f in facts(kind, left, right)}
    back = {(f.kind, f.relation, f.right, f.left, round(f.strength, 6), f.rule) for f in facts(kind, right, left)}
    assert there == back


@every_pair
def test_a_passage_never_conflicts_with_itself(kind: str, relation: str, left: str, right: str) -> None:
    del relation
    for text in (left, right):
        assert strongest(facts(kind, text, text), Relation.CONFLICT) < DOUBTFUL


@every_pair
def test_only_a_conflict_is_judged_a_contradiction(kind: str, relation: str, left: str, right: str) -> None:
    del kind
    verdict = judge_pair(left, right, CompareOptions(languages=("it", "it"), use_model=False)).link.verdict
    assert (verdict is Verdict.CONTRADICTION) is (relation == "conflict")


@pytest.mark.parametrize("kind", MODULES)
def test_each_kind_of_fact_has_twins_that_do_not_conflict(kind: str) -> None:
    assert sum(row[0] == kind and row[1] != "conflict" for row in PAIRS) >= 2


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (
            "La società ha licenziato 85 dipendenti dello stabilimento.",
            "La società ha licenziato 40 dipendenti dello stabilimento.",
            Verdict.CONTRADICTION,
        ),
        (
            "Il gestore ha avvertito i residenti della fuga.",
            "Il gestore non ha avvertito i residenti della fuga.",
            Verdict.CONTRADICTION,
        ),
        (
            "Lo stabilimento ha scaricato acido nel fiume.",
            "La società smentisce che lo stabilimento abbia scaricato acido nel fiume.",
            Verdict.CONTRADICTION,
        ),
        ("Il termine è di 48 ore.", "Il termine è di due giorni.", Verdict.AGREEMENT),
        (
            "La miniera ha prodotto 1.200 tonnellate di carbone.",
            "La miniera ha prodotto milleduecento tonnellate di carbone.",
            Verdict.AGREEMENT,
        ),
    ],
)
def test_a_pair_is_judged_without_a_model(left: str, right: str, verdict: Verdict) -> None:
    for sides in ((left, right), (right, left)):
        assert judge_pair(*sides, CompareOptions(languages=("it", "it"), use_model=False)).link.verdict is verdict


def cut(text: str) -> list[str]:
    ends = sentence_ends(text, "it")
    return [text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False) if text[start:end].strip()]


PRESS = """
Lo stabilimento della Vireo S.p.A. è stato chiuso.
Il dott. Rossi e la dott.ssa Verdi lo hanno negato.
Il sig. Bianchi, direttore, non ha risposto.
L'avv. Neri difende la società.
L'on. Ferri ha chiesto chiarimenti.
L'ing. M. Galli ha firmato la perizia.
I danni ammontano a 1,2 mln di euro.
La multa è di 1.200,5 euro.
Secondo l'art. 12, comma 3, il termine è di 10 giorni.
Ai sensi degli artt. 4 e 5 il ricorso è inammissibile.
Il decreto n. 5 è stato abrogato.
Il D.Lgs. n. 231/2001 non si applica.
La riunione si terrà il 3 gen. 2024 alle ore 18.30.
C'erano pompe, valvole, ecc.
La relazione (cfr. pag. 12) è pubblica.
La sede è in via G. Verdi 12, a Milano.
«È falso», ha dichiarato il portavoce.
«È falso.»
Chi lo ha deciso?
Nessuno!
La velocità era di 90 km/h.
Circa 40 residenti sono stati evacuati.
Il tel. è lo 06 555 1234.
""".strip().splitlines()


def test_any_two_sentences_of_the_press_are_told_apart() -> None:
    pairs = [*itertools.pairwise(PRESS), *zip(PRESS, PRESS[7:] + PRESS[:7], strict=True)]
    assert [pair for pair in pairs if cut(" ".join(pair)) != list(pair)] == []


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Lo ha confermato il dott. Rossi.", 1),
        ("Lo ha detto Rossi. Il ministero tace.", 2),
        ("Si applica l'art. 12 del decreto.", 1),
        ("Si applica il comma 12. Il ministero tace.", 2),
        ("Si veda l'allegato n. 5.", 1),
        ("Gli allegati sono 5. Nessuno è pubblico.", 2),
        ("La Vireo S.p.A. ha smentito.", 1),
        ("Lavora per la Vireo S.p.A. I sindacati protestano.", 2),
        ("C'erano pompe, ecc. nel deposito.", 1),
        ("C'erano pompe, ecc. La società tace.", 2),
        ("La multa è di 1.200,5 euro. La società la contesta.", 2),
        ("È accaduto il 3 mar. 2024 a Lecce.", 1),
        ("È accaduto nel 2024. Il ministero lo conferma.", 2),
    ],
)
def test_a_stop_ends_a_sentence_or_a_short_form(text: str, sentences: int) -> None:
    assert len(cut(text)) == sentences


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        ("courtesy", "La società ringrazia i vigili del fuoco per il loro aiuto."),
        ("claim", "La società ha pagato i vigili del fuoco."),
        ("courtesy", "Ci scusiamo con i viaggiatori per il disagio."),
        ("courtesy", "La direzione si rammarica per i disagi causati."),
        ("claim", "La direzione si rammarica di aver taciuto la fuga."),
        ("courtesy", "Il gruppo prende atto della decisione dell'autorità."),
        ("claim", "Il gruppo ha impugnato la decisione dell'autorità."),
        ("courtesy", "La sicurezza è la nostra massima priorità."),
        ("contact", "Contatti stampa: stampa@impianto.example"),
        ("contact", "Per ulteriori informazioni, visitare il nostro sito."),
        ("claim", "Per maggiore sicurezza, la valvola è stata sostituita."),
        ("opinion", "Questa decisione è inaccettabile."),
        ("claim", "Questa decisione è definitiva."),
        ("prediction", "I prezzi dovrebbero aumentare."),
        ("claim", "I gestori dovrebbero tenere un registro."),
        ("claim", "La piattaforma eliminerà i messaggi."),
        ("question", "Chi ha aperto la valvola?"),
        ("claim", "La società smentisce di aver venduto i dati."),
        ("heading", "COMUNICATO STAMPA"),
        ("heading", "Roma, 12 marzo 2026"),
        ("claim", "La società ringrazia i tecnici, ma nega la fuga."),
    ],
)
def test_what_a_sentence_is_to_the_statement(role: str, sentence: str) -> None:
    assert role_of(sentence, "it") is Role(role)


@pytest.mark.parametrize(
    ("text", "is_end"),
    [
        ("Note per i redattori:", True),
        ("Contatti:", True),
        ("FINE", True),
        ("La fine dei lavori è prevista a maggio.", False),
        ("I contatti con la società si sono interrotti.", False),
    ],
)
def test_lines_behind_which_the_statement_is_over(text: str, is_end: bool) -> None:
    assert ends_document(text, "it") is is_end


@pytest.mark.parametrize(
    ("text", "is_general"),
    [
        ("La società respinge ogni accusa.", True),
        ("La società respinge fermamente tutte le accuse.", True),
        ("L'azienda smentisce categoricamente queste accuse.", True),
        ("Le accuse sono del tutto infondate.", True),
        ("Queste accuse sono prive di fondamento.", True),
        ("Neghiamo le accuse.", True),
        ("La società respinge le accuse di aver inquinato il fiume.", False),
        ("La società respinge 12 domande di rimborso.", False),
        ("L'azienda non smentisce queste accuse.", False),
        ("Le accuse non sono infondate.", False),
        ("Le accuse sono state lette in aula il 12 maggio.", False),
        ("Nessuno nega le accuse.", False),
        ("Il numero delle accuse sorprende.", False),
        ("La società nega di aver venduto 12 navi.", False),
    ],
)
def test_a_general_denial_is_told_from_a_particular_one(text: str, is_general: bool) -> None:
    assert denies_in_general(text, "it") is is_general


@pytest.mark.parametrize(
    ("text", "is_leaning"),
    [
        ("Questo è falso.", True),
        ("Ciò non è vero.", True),
        ("È falso.", True),
        ("Non è vero.", True),
        ("Essi erano 124.", True),
        ("Queste cifre sono errate.", True),
        ("Nessuno di loro è rimasto ferito.", True),
        ("Non a maggio.", True),
        ("Mai.", True),
        ("Questa settimana lo stabilimento ha chiuso.", False),
        ("Quest'anno lo stabilimento ha chiuso.", False),
        ("Entrambe le parti si sono incontrate.", False),
        ("È stata la direzione a chiudere lo stabilimento.", False),
        ("È falso che lo stabilimento abbia chiuso.", False),
        ("Non ci sono stati feriti nello stabilimento di Brindisi.", False),
    ],
)
def test_a_sentence_leans_where_its_opening_was_named_before(text: str, is_leaning: bool) -> None:
    assert leans(text, "it") is is_leaning


MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()


@pytest.mark.parametrize(("number", "month"), list(enumerate(MONTHS, 1)))
def test_each_month_is_read_in_full_and_shortened(number: int, month: str) -> None:
    day = 100 * number + 3
    for text in (f"il 3 {month} 2024", f"il 3 {month.capitalize()} 2024", f"il 3 {month[:3]}. 2024"):
        (found,) = moments(lone_reading(text, "it"))
        assert (found.years, found.days) == ((2024, 2024), (day, day)), text


@pytest.mark.parametrize(
    ("text", "years", "days", "bearing"),
    [
        ("il 1° maggio", None, (501, 501), Bearing.AT),
        ("l'11 maggio 2024", (2024, 2024), (511, 511), Bearing.AT),
        ("entro il 1° settembre 2021", (2021, 2021), (901, 901), Bearing.BY),
        ("dal 1° novembre 2025", (2025, 2025), (1101, 1101), Bearing.SINCE),
        ("fino al 3 marzo 2024", (2024, 2024), (303, 303), Bearing.UNTIL),
        ("dalla fine di giugno", None, (620, 630), Bearing.SINCE),
        ("dal 2019 al 2021", (2019, 2021), None, Bearing.SINCE),
        ("nel secondo trimestre del 2020", (2020, 2020), (401, 630), Bearing.AT),
        ("nel 2020", (2020, 2020), None, Bearing.AT),
        ("prima del 2027", (2027, 2027), None, Bearing.BEFORE),
    ],
)
def test_a_date_is_read_with_its_parts(
    text: str, years: tuple[int, int] | None, days: tuple[int, int] | None, bearing: Bearing
) -> None:
    (found,) = moments(lone_reading(text, "it"))
    assert (found.years, found.days, found.bearing) == (years, days, bearing)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("il 3 marzo", "all'inizio di marzo", Interval.INSIDE),
        ("il 3 marzo", "il 4 marzo", Interval.APART),
        ("nel 2019", "nel maggio 2019", Interval.AROUND),
        ("in inverno", "il 5 gennaio", Interval.AROUND),
        ("alle ore 15.52", "alle 15:52", Interval.EQUAL),
        ("lunedì", "venerdì", Interval.APART),
        ("nel 2019", "il 5 maggio", Interval.UNKNOWN),
    ],
)
def test_two_times_stand_to_each_other_by_the_parts_both_name(one: str, other: str, expected: Interval) -> None:
    (a,), (b,) = moments(lone_reading(one, "it")), moments(lone_reading(other, "it"))
    assert relate(a, b) is expected


@pytest.mark.parametrize(
    ("text", "bearing", "marked"),
    [
        ("La chiusa sarà aperta non prima del 15 ottobre.", Bearing.AFTER, "non prima del 15 ottobre"),
        ("La chiusa non sarà aperta prima del 2027.", Bearing.AFTER, "prima del 2027"),
        ("La chiusa sarà aperta prima del 2027.", Bearing.BEFORE, "prima del 2027"),
        ("La chiusa sarà aperta entro il 15 ottobre.", Bearing.BY, "entro il 15 ottobre"),
        ("La chiusa sarà aperta dopo il 15 ottobre.", Bearing.AFTER, "dopo il 15 ottobre"),
    ],
)
def test_a_bound_is_marked_with_the_words_that_make_it_one(text: str, bearing: Bearing, marked: str) -> None:
    (moment,) = moments(lone_reading(text, "it"))
    assert (moment.bearing, moment.marked.of(text)) == (bearing, marked)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Il ministero ha dichiarato il 4 maggio che il forno è freddo.", []),
        ("Il 4 maggio il ministero ha dichiarato che il forno è freddo.", []),
        ("Il ministero ha comunicato il 4 maggio che il forno è stato spento il 2 maggio.", ["2 maggio"]),
        ("Secondo il ministero, il forno è stato spento il 4 maggio.", ["4 maggio"]),
        ("Il forno è stato spento il 4 maggio, ha riferito il ministero.", ["4 maggio"]),
    ],
)
def test_the_day_of_speaking_is_set_aside(text: str, kept: list[str]) -> None:
    assert [moment.span.of(text) for moment in event_moments(lone_reading(text, "it"))] == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.200,5", 1200.5),
        ("1.200", 1200),
        ("1,200", 1.2),
        ("1.234.567", 1_234_567),
        ("12.000", 12_000),
        ("0,038", 0.038),
        ("6 200", 6200),
        ("1’200", 1200),
    ],
)
def test_separators_are_read_as_italian_writes_them(text: str, expected: float) -> None:
    assert literal(text, "it") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("due milioni", 2_000_000),
        ("tre miliardi", 3_000_000_000),
        ("ventuno", 21),
        ("ventotto", 28),
        ("trentatré", 33),
        ("novantasette", 97),
        ("duecentocinquanta", 250),
        ("mille", None),
        ("milleduecento", 1200),
        ("tremilacinquecento", 3500),
        ("un", None),
        ("una", None),
        ("1.200,5", 1200.5),
        ("2,5 milioni", 2_500_000),
        ("40 mila", 40_000),
    ],
)
def test_a_number_in_words_or_figures_has_its_value(text: str, expected: float | None) -> None:
    figure = figure_at(words(text, "it"), 0, "it")
    assert (None if figure is None else figure.value) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ventitré persone e duecento letti in otto reparti.", [23, 200, 8]),
        ("La società ha versato due milioni di euro a dodici comuni.", [2_000_000, 12]),
        ("Un uomo e una donna sono stati feriti.", []),
    ],
)
def test_the_numbers_in_words_of_a_sentence(text: str, values: list[float]) -> None:
    assert spelled_values(text, "it") == values


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.200,5 euro", 1200.5, "CUR:EUR"),
        ("€ 3,5 milioni", 3.5e6, "CUR:EUR"),
        ("40 franchi svizzeri", 40, "CUR:CHF"),
        ("40 corone svedesi", 40, "CUR:SEK"),
        ("300 sterline", 300, "CUR:GBP"),
        ("80 centesimi di euro", 0.8, "CUR:EUR"),
        ("12 tonnellate", 12_000, "tonne"),
        ("100 quintali", 10_000, "quintal"),
        ("40 chili", 40, "kilogram"),
        ("40 chilogrammi", 40, "kilogram"),
        ("3 chilometri", 3000, "kilometer"),
        ("3 miglia", 4828.032, "mile"),
        ("2 ettari", 20_000, "hectare"),
        ("48 ore", 172_800, "hour"),
        ("due giorni", 172_800, "day"),
        ("tre settimane", 1_814_400, "week"),
        ("40 megawatt", 4e7, "megawatt"),
        ("5 mila litri", 5, "liter"),
        ("90 km/h", 25, "kilometer/hour"),
    ],
)
def test_an_amount_is_what_a_press_release_means_by_it(text: str, value: float, unit: str) -> None:
    (found,) = quantities(lone_reading(text, "it"))
    assert (found.value, found.unit.name) == (pytest.approx(value, rel=1e-5), unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Due bar sono stati chiusi.", ""),
        ("La caldaia funzionava a 12 bar di pressione.", "bar"),
        ("Due piedi sono stati amputati.", ""),
        ("Il muro è alto 30 piedi.", "foot"),
        ("Cinque libri sono usciti.", ""),
        ("Sequestrate 200 libbre di cocaina.", "pound"),
        ("La multa era di 500 marchi.", "CUR:MARK"),
        ("Sette metropolitane sono ferme.", ""),
        ("1.000 barili di petrolio", "oil_barrel"),
        ("1.000 barili di birra", "untold_beer_barrel"),
        ("12 once d'oro", "troy_ounce"),
    ],
)
def test_a_word_is_a_unit_only_where_the_text_shows_it(text: str, unit: str) -> None:
    (found,) = quantities(lone_reading(text, "it"))
    assert found.unit.name == unit


@pytest.mark.parametrize(
    "text",
    ["il 17 maggio 2021", "alle ore 15.40", "nel 2019", "entro il 30 giugno", "Un uomo è stato ferito."],
)
def test_dates_times_and_articles_are_no_amounts(text: str) -> None:
    assert quantities(lone_reading(text, "it")) == ()


@pytest.mark.parametrize(
    ("text", "word", "is_negated"),
    [
        ("Il gestore non ha avvertito la città.", "avvertito", True),
        ("Nessun avviso è stato diffuso.", "diffuso", True),
        ("La società non ha ricevuto alcuna lettera.", "ricevuto", True),
        ("È stato chiuso, ma non è mai stato venduto.", "venduto", True),
        ("È stato chiuso, ma non è mai stato venduto.", "chiuso", False),
        ("La società ha agito senza avvertire la città.", "avvertire", True),
        ("Il gestore non solo ha avvertito la città.", "avvertito", False),
        ("Il gestore non ha soltanto avvertito la città.", "avvertito", False),
        ("Non è mai stato venduto, ma è stato chiuso.", "chiuso", False),
        ("Il pozzo n. 7 è stato chiuso.", "chiuso", False),
    ],
)
def test_how_far_a_negation_reaches(text: str, word: str, is_negated: bool) -> None:
    passage = reading(text)
    index = next(i for i, token in enumerate(passage.tokens) if token.lower == word)
    assert scopes(passage).is_negated(index) is is_negated


@pytest.mark.parametrize("word", ["con", "per"])
def test_a_word_without_content_is_empty(word: str) -> None:
    assert word not in {told for _, _, told, _ in content(lone_reading(f"x {word} x", "it"))}


@pytest.mark.parametrize("word", ["fabbrica", "fine", "pozzo", "sale"])
def test_a_word_of_its_own_is_none_of_another_language(word: str) -> None:
    assert word in {told for _, _, told, _ in content(lone_reading(f"Il {word} è qui.", "it"))}


@pytest.mark.parametrize(
    ("text", "is_charge"),
    [
        ("L'agenzia accusa la società di frode.", True),
        ("Il sindacato denuncia la presunta fuga di gas.", True),
        ("Le accuse del comitato riguardano la cava.", True),
        ("L'agenzia ha controllato la società.", False),
        ("L'agenzia ha inviato una lettera sulla cisterna.", False),
    ],
)
def test_a_charge_is_told_from_a_report(text: str, is_charge: bool) -> None:
    assert tells_a_charge(text, "it") is is_charge


@pytest.mark.parametrize(
    ("text", "is_concession"),
    [
        ("È vero che la pompa era guasta.", True),
        ("Non neghiamo il ritardo.", True),
        ("Non contestiamo il ritardo.", True),
        ("In effetti la pompa era guasta.", True),
        ("Non è vero che la pompa era guasta.", False),
        ("Neghiamo il ritardo.", False),
        ("Non neghiamo il ritardo, ma la causa era un'altra.", False),
        ("La pompa era guasta.", False),
    ],
)
def test_a_side_that_takes_a_claim_up_as_true_concedes_it(text: str, is_concession: bool) -> None:
    assert concedes(text, "it") is is_concession


@pytest.mark.parametrize(
    ("text", "figures", "dates", "names"),
    [
        ("La società andrà avanti.", 0, 0, 0),
        ("È costato 12 milioni di euro.", 1, 0, 0),
        ("È stato aperto il 3 maggio 2021.", 0, 1, 0),
        ("È stato aperto nel 2019 e chiuso nel marzo 2020.", 0, 2, 0),
        ("La portavoce era Anna Berg.", 0, 0, 1),
    ],
)
def test_figures_dates_and_names_of_a_claim_are_counted(text: str, figures: int, dates: int, names: int) -> None:
    found = weigh(0, text, "it")
    assert (found.figures, found.dates, found.names) == (figures, dates, names)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("La temperatura del fiume è aumentata di 5 °F.", "delta_degree_Fahrenheit"),
        ("Faceva 5 °F in più.", "delta_degree_Fahrenheit"),
        ("La temperatura del fiume è salita a 50 °F.", "degree_Fahrenheit"),
        ("Il fiume aveva una temperatura di 50 °F.", "degree_Fahrenheit"),
    ],
)
def test_degrees_tell_a_change_or_a_level(text: str, unit: str) -> None:
    (found,) = quantities(lone_reading(text, "it"))
    assert found.unit.name == unit


@pytest.mark.parametrize("form", ["azienda", "aziende", "l'azienda", "dell’azienda", "un'azienda"])
def test_forms_of_a_word_have_one_stem(form: str) -> None:
    assert stem(tokens(form, "it")[-1].lower, "it") == stem("azienda", "it")


@pytest.mark.parametrize(
    "text",
    [
        "La società smentisce ogni addebito.",
        "Il ministero ha revocato la licenza della banca.",
        "Comunicato stampa",
        "Nessuno è rimasto ferito.",
    ],
)
def test_a_line_of_italian_is_told_as_italian(text: str) -> None:
    assert guess(text) == "it"
