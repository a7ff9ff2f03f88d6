"""Which language a text is in, told from its letters and its commonest small words; no model, no network."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

LANGUAGES = ("en", "ru", "kk", "de", "fr", "es", "uk", "it", "pt", "tr", "ky", "uz")

# The reading of a whole book would tell no more than its opening, middle and end.
_SAMPLE = 8_000
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)*")

# Letters that only some of the languages write. Each hit speaks for all languages named.
_LETTERS: dict[str, tuple[str, ...]] = {
    "ә": ("kk",), "ғ": ("kk", ), "қ": ("kk",), "ұ": ("kk",), "һ": ("kk",), "і": ("kk", "uk"),
    "ң": ("kk", "ky"), "ө": ("kk", "ky"), "ү": ("kk", "ky"),
    "ї": ("uk",), "є": ("uk",), "ґ": ("uk",),
    "ы": ("ru", "kk", "ky"), "э": ("ru", "ky", "kk"), "ъ": ("ru",), "ё": ("ru",),
    "ß": ("de",), "ä": ("de",), "ö": ("de", "tr"), "ü": ("de", "tr"),
    "ñ": ("es",), "¿": ("es",), "¡": ("es",),
    "ã": ("pt",), "õ": ("pt",), "ç": ("fr", "pt", "tr"),
    "ê": ("fr", "pt"), "è": ("fr", "it"), "à": ("fr", "it", "pt"), "ù": ("fr", "it"), "ò": ("it",), "ì": ("it",),
    "œ": ("fr",), "î": ("fr",), "ô": ("fr", "pt"), "û": ("fr",), "ë": ("fr",), "ï": ("fr",),
    "é": ("fr", "es", "pt"), "á": ("es", "pt"), "í": ("es", "pt"), "ó": ("es", "pt"), "ú": ("es", "pt"),
    "ı": ("tr",), "ğ": ("tr",), "ş": ("tr",),
    "ʻ": ("uz",),
}  # fmt: skip

_WORDS: dict[str, str] = {
    "en": "the of and to in a is that for it was on are with as be by this at from have has had or an were been which "
    "not but they we their its he she his her you i our us will would can may did do does said who what how why any "
    "there than after before over under about no all more these those when where if up out also per cent",
    "de": "der die das und ist nicht von zu den mit sich des auf für im dem ein eine einer eines einem einen als auch "
    "es an er hat wird war sind bei nach aus wie oder aber noch nur wir ich sie haben werden wurde wurden durch über "
    "vor zum zur dass um bis unter seit kein keine ihre ihr unser unsere diese dieser dieses am vom gegen mehr alle "
    "man kann muss soll hatte waren sowie",
    "fr": "le la les de des du et est un une en que qui dans pour sur par plus pas ne ce cette ces au aux avec se sont "
    "a ont été être il elle nous vous ils elles son sa ses leur leurs ou mais comme d'un d'une qu'il c'est n'est "
    "nos notre votre tout tous selon après avant depuis entre sans y aucun aucune était sera fait deux très je",
    "es": "el la los las de del y que en un una es por con para no se su sus al lo como más pero ha han fue ser este "
    "esta estos estas o sobre entre hasta desde sin también ya según nos nuestro nuestra muy cuando donde porque "
    "son está están había hay ni tras durante contra todo todos cada unos unas año años yo",
    "it": "il lo la i gli le di del della dei delle dello degli e è che in un una uno per con non si da dal dalla nel "
    "nella nei al alla ai alle sono ha hanno come più ma anche o questo questa questi su sul sulla stato stata "
    "nostro nostra ci suo sua loro ed dopo prima senza essere tra fra",
    "pt": "o a os as de do da dos das e é que em um uma no na nos nas por para com não se seu sua seus suas ao à pelo "
    "pela mais mas como foi ser são está também já ou entre até sem sobre nós nosso nossa há tem têm isso este esta "
    "muito quando",
    "tr": "ve bir bu da de için ile olarak olan daha çok en gibi kadar ise değil var yok ne o şu biz ben sonra önce "
    "ancak tarafından göre ki mi mı mu mü her hiç veya ya oldu olduğu edildi etti",
    "uz": "va bilan uchun bu bir ham esa yoki emas bo'ldi bo'yicha haqida edi ega yil yilda qildi qilingan tomonidan "
    "o'z so'm ko'p kerak lekin biz bo'lgan o‘z bo‘yicha bo‘lgan bo‘ldi ko‘p so‘m",
    "ru": "и в не на что с по из за для от о об это как к но мы он она они его её ее их у же бы был была было были "
    "будет или до при со во также который которые только после так все всё год года году лет нет ни является наш "
    "наша чем если уже может ещё еще без между через вы я мне там где когда",
    "uk": "і й в у не на що з по із за для від про це як до але ми він вона вони його її їх та же був була було були "
    "буде або при також який які тільки після так все рік року років немає ні є наш чи якщо вже може ще без між через",
    "kk": "және мен бен пен үшін бұл да де деп емес бар жоқ болды болып бойынша туралы кейін дейін ол біз олар бір осы "
    "сол екі үш ал жылы жылғы теңге осыған байланысты арқылы қарай ғана тек барлық немесе бірақ сондай ақ оның біздің "
    "еді екен қандай ма ме ба бе па пе та те жылдың рет кем артық",
    "ky": "жана менен үчүн бул да де деп эмес бар жок болду болуп боюнча жөнүндө кийин чейин ал биз алар бир ошол эки "
    "жылы аркылуу бардык же бирок анын биздин эле экен болгон кылган",
}  # fmt: skip


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, listed in _WORDS.items():
        for word in listed.split():
            found[word] = (*found.get(word, ()), language)
    return found


_SMALL_WORDS = _by_word()
_CYRILLIC = ("ru", "uk", "kk", "ky")
# Languages that must win by a margin: they share small words with commoner ones.
_RARER = ("uk", "it", "pt", "tr", "ky", "uz")
_LATIN = ("en", "de", "fr", "es", "it", "pt", "tr", "uz")


def guess(text: str) -> str:
    """The ISO 639-1 code of the language that most of `text` is in, one of LANGUAGES.

    Where nothing decides, Cyrillic reads as "ru" and everything else as "en". The same text gives the same answer.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(_sample(text))]
    cyrillic = sum(1 for word in words if _is_cyrillic(word))
    candidates, default = (_CYRILLIC, "ru") if cyrillic * 2 > len(words) else (_LATIN, "en")
    votes: Counter[str] = Counter()
    for word in words:
        for languages, weight in _evidence(word):
            share = weight / len(languages)
            for language in languages:
                votes[language] += round(share * 60)  # whole numbers add up alike in any order
    for code in _RARER:
        votes[code] = votes[code] * 17 // 20
    best = max(candidates, key=lambda code: (votes[code], code == default, -candidates.index(code)))
    return best if votes[best] > 0 else default


def _evidence(word: str) -> list[tuple[tuple[str, ...], float]]:
    found: list[tuple[tuple[str, ...], float]] = []
    if word in _SMALL_WORDS:
        found.append((_SMALL_WORDS[word], 2.0))
    seen = [languages for letter, languages in _LETTERS.items() if letter in word]
    found.extend((languages, 1.0) for languages in seen)
    return found


def _is_cyrillic(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("CYRILLIC")


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))
