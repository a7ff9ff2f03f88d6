"""How it is said what checking a bundle found, and why a file is none: one table a language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from statement_compare.engine.report.words import words_in
from statement_compare.engine.text import hidden
from statement_compare.errors import StatementCompareError
from statement_compare.session.evidence.outcome import Checked, Finding, Standing

Plural = str | tuple[str, ...]
_LONGEST: Final = 300

_ENGLISH: Final[Mapping[str, Plural]] = {
    "pasted": "the pasted text",
    "refused.no_zip": "this is no zip, and so no evidence bundle",
    "refused.no_bundle": "this zip is no evidence bundle: its manifest or its README.txt is missing",
    "refused.cut": "its end is missing; ask for the file once more",
    "refused.too_large": "it is larger than an evidence bundle may be",
    "refused.too_many": "it has more files in it than an evidence bundle may have",
    "refused.twice": "{member} stands in it twice; no evidence bundle has that",
    "refused.encrypted": "file {number} in it is encrypted; an evidence bundle never is. Ask for the file as it was "
    "made",
    "refused.compressed": "file {number} in it is compressed; an evidence bundle holds its files as they are, so "
    "this one "
    "was packed anew. Ask for the file as it was made",
    "refused.name": "file {number} in it is called {name}; no evidence bundle has such a file",
    "refused.header": "the head of file {number} in it ({member}) is not as an evidence bundle has it, so it was "
    "changed or "
    "packed anew. Ask for the file as it was made",
    "refused.newer": "it was made by a newer version of the program (form {form}); install that to check it",
    "standing.same": "same",
    "standing.differs": "DIFFERS",
    "standing.unchecked": "not checked",
    "standing.note": "note",
    "zip.same": (
        "the zip holds {n} file, and nothing besides",
        "the zip holds {n} files, and nothing besides",
    ),
    "zip.differs": "the zip itself was changed: from byte {at} on it is not as the program writes it",
    "zip.order": "the zip itself was changed: its files stand in another order",
    "zip.checksum": "{where}: the zip's own checksum is another",
    "hashes.same": (
        "{n} file has the size and the SHA-256 that the manifest names",
        "{n} files have the sizes and the SHA-256 that the manifest names",
    ),
    "manifest.unreadable": "{where}: it is no manifest of an evidence bundle",
    "member.missing": "{where}: the manifest names it, and it is missing",
    "member.added": "{where}: the manifest does not name it",
    "member.size": "{where}: {here} bytes, {bundle} by the manifest",
    "member.sha256": "{where}: its SHA-256 is {here}, {bundle} by the manifest",
    "member.unreadable": "{where}: it cannot be read: {why}",
    "edits.refused": "{where}: the edits cannot be made again: {why}",
    "folded.same": (
        "{n} edit of the session was made again; findings decided: {decided}",
        "{n} edits of the session were made again; findings decided: {decided}",
    ),
    "written.same": (
        "{n} file was written again and came out the same, byte for byte",
        "{n} files were written again and came out the same, byte for byte",
    ),
    "written.added": "{where}: no bundle of this session has it",
    "written.missing": "{where}: it is missing",
    "written.field": "{where}: {field}: {bundle} in the bundle, {here} when written again",
    "written.line": "{where}: line {line}: “{bundle}” in the bundle, “{here}” when written again",
    "document.same": (
        "{where} was read again and gave the same text: {n} character",
        "{where} was read again and gave the same text: {n} characters",
    ),
    "document.no_bytes": "{where}: the session did not keep the file's bytes, only its text, which cannot be "
    "read again",
    "document.content": "{where}: the text that was kept is not the one that was compared",
    "document.refused": "{where} read again: {why}",
    "document.sha256": "{where}: the SHA-256 of its bytes is {here}, {bundle} when it was compared",
    "document.text": "{where} read again: line {line}: “{bundle}” in the bundle, “{here}” here",
    "document.field": "{where} read again: {field}: {bundle} in the bundle, {here} here",
    "comparison.same": (
        "comparison {where} was made again by the same models and gave the same: {n} pair",
        "comparison {where} was made again by the same models and gave the same: {n} pairs",
    ),
    "comparison.field": "{where}: {field}: {bundle} in the bundle, {here} here",
    "statement.text": "{where}: line {line} of the text: “{bundle}” in the bundle, “{here}” here",
    "in_comparison": "comparison {number}: {words}",
    "link.gone": "{where}: verdict {verdict} in the bundle, no pair here",
    "link.new": "{where}: no pair in the bundle, verdict {verdict} here",
    "link.field": "{where}: {field} {bundle} in the bundle, {here} here",
    "link.order": "the pairs stand in another order",
    "link.by_hand": "{where}, linked by hand and judged again: {field} {bundle} in the bundle, {here} here",
    "links.same": (
        "{n} link made by hand was judged again, with the same result",
        "{n} links made by hand were judged again, with the same result",
    ),
    "made_by": "{where} is {bundle} in the bundle, {here} here: what differs may come of that",
    "model.other": "{where}: {field}: {bundle} in the bundle, {here} here: another model judges, and may judge "
    "otherwise",
    "model.missing": "comparison {where} was not made again: it was judged by {model}, which is not at hand; say which "
    "folder it lies in",
    "replay.none": "nothing was read or compared again, since the bundle cannot be read as it is",
    "more": "{where}: more differs there",
    "result.same": "All is the same: the bundle is as it was made.",
    "result.same_unread": (
        "All is the same, but {n} document was not read again: the bundle holds only its text.",
        "All is the same, but {n} documents were not read again: the bundle holds only their text.",
    ),
    "result.differs": (
        "{n} difference was found.",
        "{n} differences were found.",
    ),
    "result.unchecked": "Not all of it could be checked.",
    "about": "{left} – {right}, made by version {program} of the program",
    "fingerprint": "Fingerprint: {fingerprint}",
    "fingerprint.same": "the fingerprint is the one that you gave",
    "fingerprint.other": "the fingerprint is {bundle}, not {here} as you gave it: this is another bundle than you were "
    "told of",
    "caveat": "That a bundle fits together does not prove who made it: compare its fingerprint with the one "
    "that its maker "
    "told you.",
}
_RUSSIAN: Final[Mapping[str, Plural]] = {
    "pasted": "вставленный текст",
    "refused.no_zip": "это не zip, а значит, и не пакет доказательств",
    "refused.no_bundle": "этот zip – не пакет доказательств: в нём нет описи или файла README.txt",
    "refused.cut": "его конец отсутствует; попросите прислать файл ещё раз",
    "refused.too_large": "он больше, чем может быть пакет доказательств",
    "refused.too_many": "в нём больше файлов, чем может быть в пакете доказательств",
    "refused.twice": "{member} есть в нём дважды; в пакете доказательств так не бывает",
    "refused.encrypted": "файл {number} в нём зашифрован; в пакете доказательств так не бывает. Попросите "
    "исходный файл",
    "refused.compressed": "файл {number} в нём сжат; пакет доказательств хранит файлы как есть, значит, его упаковали "
    "заново. Попросите исходный файл",
    "refused.name": "файл {number} в нём называется {name}; в пакете доказательств таких нет",
    "refused.header": "заголовок файла {number} ({member}) не такой, как в пакете доказательств: его изменили или "
    "упаковали заново. Попросите исходный файл",
    "refused.newer": "он создан более новой версией программы (вид {form}); чтобы проверить его, установите её",
    "standing.same": "совпадает",
    "standing.differs": "РАЗЛИЧАЕТСЯ",
    "standing.unchecked": "не проверено",
    "standing.note": "замечание",
    "zip.same": (
        "в zip {n} файл и ничего кроме",
        "в zip {n} файла и ничего кроме",
        "в zip {n} файлов и ничего кроме",
    ),
    "zip.differs": "сам zip изменён: с байта {at} он не такой, каким его пишет программа",
    "zip.order": "сам zip изменён: файлы в нём стоят в другом порядке",
    "zip.checksum": "{where}: контрольная сумма в самом zip другая",
    "hashes.same": (
        "у {n} файла размер и SHA-256 – те, что названы в описи",
        "у {n} файлов размеры и SHA-256 – те, что названы в описи",
        "у {n} файлов размеры и SHA-256 – те, что названы в описи",
    ),
    "manifest.unreadable": "{where}: это не опись пакета доказательств",
    "member.missing": "{where}: назван в описи, но отсутствует",
    "member.added": "{where}: не назван в описи",
    "member.size": "{where}: байтов {here}, по описи {bundle}",
    "member.sha256": "{where}: SHA-256 – {here}, по описи {bundle}",
    "member.unreadable": "{where}: не читается: {why}",
    "edits.refused": "{where}: правки нельзя внести заново: {why}",
    "folded.same": (
        "{n} правка сессии внесена заново; решено сопоставлений: {decided}",
        "{n} правки сессии внесены заново; решено сопоставлений: {decided}",
        "{n} правок сессии внесено заново; решено сопоставлений: {decided}",
    ),
    "written.same": (
        "{n} файл записан заново и получился тем же, байт в байт",
        "{n} файла записаны заново и получились теми же, байт в байт",
        "{n} файлов записано заново и получилось теми же, байт в байт",
    ),
    "written.added": "{where}: в пакете этой сессии такого файла нет",
    "written.missing": "{where}: отсутствует",
    "written.field": "{where}: {field}: в пакете {bundle}, записано заново {here}",
    "written.line": "{where}: строка {line}: в пакете «{bundle}», записано заново «{here}»",
    "document.same": (
        "{where} прочитан заново, текст тот же: {n} знак",
        "{where} прочитан заново, текст тот же: {n} знака",
        "{where} прочитан заново, текст тот же: {n} знаков",
    ),
    "document.no_bytes": "{where}: в сессии нет байтов файла, только его текст; прочитать его заново нельзя",
    "document.content": "{where}: сохранённый текст – не тот, который сравнивали",
    "document.refused": "{where} прочитан заново: {why}",
    "document.sha256": "{where}: SHA-256 его байтов – {here}, при сравнении был {bundle}",
    "document.text": "{where} прочитан заново: строка {line}: в пакете «{bundle}», здесь «{here}»",
    "document.field": "{where} прочитан заново: {field}: в пакете {bundle}, здесь {here}",
    "comparison.same": (
        "сравнение {where} повторено теми же моделями, результат тот же: {n} пара",
        "сравнение {where} повторено теми же моделями, результат тот же: {n} пары",
        "сравнение {where} повторено теми же моделями, результат тот же: {n} пар",
    ),
    "comparison.field": "{where}: {field}: в пакете {bundle}, здесь {here}",
    "statement.text": "{where}: строка {line} текста: в пакете «{bundle}», здесь «{here}»",
    "in_comparison": "сравнение {number}: {words}",
    "link.gone": "{where}: в пакете вердикт {verdict}, здесь пары нет",
    "link.new": "{where}: в пакете пары нет, здесь вердикт {verdict}",
    "link.field": "{where}: {field}: в пакете {bundle}, здесь {here}",
    "link.order": "пары стоят в другом порядке",
    "link.by_hand": "{where}, связано вручную и оценено заново: {field}: в пакете {bundle}, здесь {here}",
    "links.same": (
        "{n} связь, сделанная вручную, оценена заново, результат тот же",
        "{n} связи, сделанные вручную, оценены заново, результат тот же",
        "{n} связей, сделанных вручную, оценено заново, результат тот же",
    ),
    "made_by": "{where}: в пакете {bundle}, здесь {here}; различия могут идти отсюда",
    "model.other": "{where}: {field}: в пакете {bundle}, здесь {here}: судит другая модель и может судить иначе",
    "model.missing": "сравнение {where} не повторено: судила модель {model}, которой здесь нет; укажите её папку",
    "replay.none": "ничего не прочитано и не сравнено заново: пакет в таком виде не читается",
    "more": "{where}: там есть и другие различия",
    "result.same": "Всё совпадает: пакет такой, каким его создали.",
    "result.same_unread": (
        "Всё совпадает, но заново не прочитан {n} документ: в пакете только его текст.",
        "Всё совпадает, но заново не прочитаны {n} документа: в пакете только их текст.",
        "Всё совпадает, но заново не прочитано {n} документов: в пакете только их текст.",
    ),
    "result.differs": (
        "Найдено {n} различие.",
        "Найдено {n} различия.",
        "Найдено {n} различий.",
    ),
    "result.unchecked": "Проверить удалось не всё.",
    "about": "{left} – {right}, создан версией программы {program}",
    "fingerprint": "Отпечаток: {fingerprint}",
    "fingerprint.same": "отпечаток – тот, который вы указали",
    "fingerprint.other": "отпечаток – {bundle}, а не {here}, как вы указали: это другой пакет, не тот, о котором вам "
    "сказали",
    "caveat": "То, что в пакете всё сходится, не доказывает, кто его создал: сравните отпечаток с тем, который "
    "вам назвал "
    "автор.",
}
_KAZAKH: Final[Mapping[str, Plural]] = {
    "pasted": "қойылған мәтін",
    "refused.no_zip": "бұл zip емес, демек дәлелдер жинағы да емес",
    "refused.no_bundle": "бұл zip – дәлелдер жинағы емес: тізімдемесі немесе README.txt файлы жоқ",
    "refused.cut": "соңы жоқ; файлды қайта сұраңыз",
    "refused.too_large": "дәлелдер жинағы мұнша үлкен болмайды",
    "refused.too_many": "дәлелдер жинағында мұнша көп файл болмайды",
    "refused.twice": "{member} екі рет кездеседі; дәлелдер жинағында ондай болмайды",
    "refused.encrypted": "{number}-файл шифрланған; дәлелдер жинағында ондай болмайды. Файлдың түпнұсқасын сұраңыз",
    "refused.compressed": "{number}-файл сығылған; дәлелдер жинағы файлдарды сол күйінде сақтайды, яғни ол қайта "
    "буылған. Файлдың түпнұсқасын сұраңыз",
    "refused.name": "{number}-файлдың аты {name}; дәлелдер жинағында ондай файл болмайды",
    "refused.header": "{number}-файлдың ({member}) басы дәлелдер жинағындағыдай емес: ол өзгертілген немесе қайта "
    "буылған. Файлдың түпнұсқасын сұраңыз",
    "refused.newer": "оны бағдарламаның жаңарақ нұсқасы жасаған (түрі {form}); тексеру үшін соны орнатыңыз",
    "standing.same": "бірдей",
    "standing.differs": "ӨЗГЕШЕ",
    "standing.unchecked": "тексерілмеді",
    "standing.note": "ескерту",
    "zip.same": "zip ішінде {n} файл, басқа ештеңе жоқ",
    "zip.differs": "zip файлының өзі өзгертілген: {at}-байттан бастап бағдарлама жазғандай емес",
    "zip.order": "zip файлының өзі өзгертілген: файлдар басқа ретпен тұр",
    "zip.checksum": "{where}: zip ішіндегі бақылау қосындысы басқа",
    "hashes.same": "{n} файлдың көлемі мен SHA-256 мәні тізімдемедегідей",
    "manifest.unreadable": "{where}: бұл дәлелдер жинағының тізімдемесі емес",
    "member.missing": "{where}: тізімдемеде бар, бірақ өзі жоқ",
    "member.added": "{where}: тізімдемеде жоқ",
    "member.size": "{where}: {here} байт, тізімдемеде {bundle}",
    "member.sha256": "{where}: SHA-256 мәні {here}, тізімдемеде {bundle}",
    "member.unreadable": "{where}: оқылмайды: {why}",
    "edits.refused": "{where}: түзетулерді қайта жасау мүмкін емес: {why}",
    "folded.same": "сессияның {n} түзетуі қайта жасалды; шешілген салғастыру: {decided}",
    "written.same": "{n} файл қайта жазылды, байтына дейін дәл сондай болып шықты",
    "written.added": "{where}: осы сессияның жинағында ондай файл болмайды",
    "written.missing": "{where}: жоқ",
    "written.field": "{where}: {field}: жинақта {bundle}, қайта жазғанда {here}",
    "written.line": "{where}: {line}-жол: жинақта «{bundle}», қайта жазғанда «{here}»",
    "document.same": "{where} қайта оқылды, мәтіні сол: {n} таңба",
    "document.no_bytes": "{where}: сессияда файлдың байттары жоқ, тек мәтіні бар, оны қайта оқу мүмкін емес",
    "document.content": "{where}: сақталған мәтін – салыстырылған мәтін емес",
    "document.refused": "{where} қайта оқылды: {why}",
    "document.sha256": "{where}: байттарының SHA-256 мәні {here}, салыстырғанда {bundle} болған",
    "document.text": "{where} қайта оқылды: {line}-жол: жинақта «{bundle}», мұнда «{here}»",
    "document.field": "{where} қайта оқылды: {field}: жинақта {bundle}, мұнда {here}",
    "comparison.same": "{where}-салыстыру сол модельдермен қайта жасалды, нәтижесі сол: {n} жұп",
    "comparison.field": "{where}: {field}: жинақта {bundle}, мұнда {here}",
    "statement.text": "{where}: мәтіннің {line}-жолы: жинақта «{bundle}», мұнда «{here}»",
    "in_comparison": "{number}-салыстыру: {words}",
    "link.gone": "{where}: жинақта шешім {verdict}, мұнда жұп жоқ",
    "link.new": "{where}: жинақта жұп жоқ, мұнда шешім {verdict}",
    "link.field": "{where}: {field}: жинақта {bundle}, мұнда {here}",
    "link.order": "жұптар басқа ретпен тұр",
    "link.by_hand": "{where}, қолмен байланыстырылып, қайта бағаланды: {field}: жинақта {bundle}, мұнда {here}",
    "links.same": "қолмен жасалған {n} байланыс қайта бағаланды, нәтижесі сол",
    "made_by": "{where}: жинақта {bundle}, мұнда {here}; айырма содан болуы мүмкін",
    "model.other": "{where}: {field}: жинақта {bundle}, мұнда {here}: басқа модель бағалайды, бағасы да басқа "
    "болуы мүмкін",
    "model.missing": "{where}-салыстыру қайта жасалмады: {model} моделі бағалаған, ол мұнда жоқ; оның қалтасын "
    "көрсетіңіз",
    "replay.none": "ештеңе қайта оқылмады, қайта салыстырылмады: жинақ бұл күйінде оқылмайды",
    "more": "{where}: онда басқа да айырмалар бар",
    "result.same": "Бәрі бірдей: жинақ жасалған күйінде.",
    "result.same_unread": "Бәрі бірдей, бірақ {n} құжат қайта оқылмады: жинақта тек мәтіні бар.",
    "result.differs": "{n} айырма табылды.",
    "result.unchecked": "Бәрін тексеру мүмкін болмады.",
    "about": "{left} – {right}, бағдарламаның {program} нұсқасы жасаған",
    "fingerprint": "Саусақ ізі: {fingerprint}",
    "fingerprint.same": "саусақ ізі – сіз көрсеткен із",
    "fingerprint.other": "саусақ ізі – {bundle}, сіз көрсеткен {here} емес: бұл сізге айтылған жинақ емес, басқа жинақ",
    "caveat": "Жинақта бәрі үйлескені оны кім жасағанын дәлелдемейді: саусақ ізін жасаушы сізге айтқанмен "
    "салыстырыңыз.",
}
TABLES: Final[Mapping[str, Mapping[str, Plural]]] = {"en": _ENGLISH, "ru": _RUSSIAN, "kk": _KAZAKH}


def say(key: str, language: str = "en", **places: object) -> str:
    """The words of a key with its places filled; what stands in them has no power over the line around it."""
    spoken = language if language in TABLES else "en"
    words = TABLES[spoken].get(key) or _ENGLISH[key]
    if isinstance(words, tuple):
        number = places.get("n")
        form = words_in(spoken).plural(number) if isinstance(number, int) else -1
        words = words[min(form, len(words) - 1)]
    return words.format(**{name: _plain(value) for name, value in places.items()})


def finding_words(finding: Finding, language: str = "en") -> str:
    """One line that says what was found; a pasted text has no name."""
    where = finding.where
    if not where and finding.key.startswith("document."):
        where = say("pasted", language)
    places = dict(finding.places)
    if "verdict" in places:
        places["verdict"] = words_in(language).say(f"verdict.{places['verdict']}")
    number = places.pop("comparison", None)
    words = say(finding.key, language, where=where, **places)
    return words if number is None else say("in_comparison", language, number=number, words=words)


def _plain(value: object) -> object:
    if not isinstance(value, str):
        return value
    words = " ".join(hidden.shown(value[: 2 * _LONGEST]).split("\n"))
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def about_words(checked: Checked, language: str = "en") -> str:
    """Which two documents a bundle is of and what made it, "" where its manifest does not say so."""
    try:
        compared, documents = checked.about["compared"], checked.about["documents"]
        names = [documents[compared[side] - 1]["name"] or say("pasted", language) for side in ("left", "right")]
        return say("about", language, left=str(names[0]), right=str(names[1]), program=str(checked.about["program"]))
    except (KeyError, IndexError, TypeError):
        return ""


def result_words(checked: Checked, language: str = "en") -> str:
    """What it comes to, in one line."""
    if checked.is_same:
        return say("result.same_unread" if checked.unread else "result.same", language, n=checked.unread)
    differing = len(checked.of(Standing.DIFFERS))
    parts = [say("result.differs", language, n=differing)] if differing else []
    parts += [say("result.unchecked", language)] if checked.of(Standing.UNCHECKED) else []
    return " ".join(parts)


def refusal_words(error: StatementCompareError, language: str = "en") -> str:
    """Why a file is no bundle; "" for errors of other kinds."""
    _, _, key = error.key.partition("evidence.")
    return say(f"refused.{key}", language, **error.params) if f"refused.{key}" in _ENGLISH else ""
