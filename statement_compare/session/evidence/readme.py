"""What a bundle says of itself in plain words: what it is, and how it is checked with this program and without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from statement_compare.engine.text import hidden

_ENGLISH: Final = """\
EVIDENCE BUNDLE
Compared: {left} - {right}

What this is
Two documents were compared with statement-compare {program}, and a person may have decided what of the comparison
stands. This bundle holds what that rests on: both documents as they were read, byte by byte, the text that was taken
out of them, the comparison, every decision with its time and its reviewer, and the reports.

  report.html      the report, to be read in any browser
  report.json      the same for programs, with the decisions
  comparison.json  what the program found, before anybody decided anything
  decisions.json   what was decided
  history.txt      what was read, compared and decided, in order and in full
  documents/       the documents, and the text of each ({documents})
  replay/          what the program needs to do all of it once more
  manifest.json    every file of this bundle with its size and SHA-256; options, versions and models

How to check it with the program
  statement-compare verify FILE.zip        or in the window: File, Verify evidence bundle
It checks every file, reads the documents again, compares them again with the same options and the same models, makes
the decisions again, writes the reports again, and says place by place what is not the same.

How to check it without the program
Unpack the zip into an empty folder. There, in a terminal:
  sha256sum -c README.txt                  (macOS: shasum -a 256 -c README.txt)
checks the lines at the end of this file: each has to say OK, and a word about other lines can be ignored. Then
  sha256sum manifest.json README.txt       (macOS: shasum -a 256 ...; Windows: certutil -hashfile manifest.json SHA256)
The first figure is the fingerprint of the bundle. The second one has to be what manifest.json says of README.txt.

What it proves and what not
If all fits, nothing in this bundle was changed by itself, and the program does find this in these documents. It does
not prove who made the bundle or when: whoever can make one can make another one that fits as well, with other
decisions or other documents. So whoever makes a bundle should tell its fingerprint by another way, in a message or in
the article, and whoever gets one should compare it with that. A comparison tells where two texts agree and
contradict each other. It does not establish what is true.

The files
{lines}
"""

_RUSSIAN: Final = """\
ПАКЕТ ДОКАЗАТЕЛЬСТВ
Сравнены: {left} - {right}

Что это
Два документа сравнили программой statement-compare {program}, и, возможно, человек решил, что из сравнения остаётся в
силе. В этом пакете есть всё, на чём это держится: оба документа, байт в байт такие, какими их прочли, извлечённый из
них текст, сравнение, каждое решение с его временем и автором и отчёты.

  report.html      отчёт, который открывается в любом браузере
  report.json      то же для программ, вместе с решениями
  comparison.json  что нашла программа, прежде чем кто-либо что-либо решил
  decisions.json   что решено
  history.txt      что прочитано, сравнено и решено, по порядку и полностью
  documents/       документы и текст каждого из них ({documents})
  replay/          то, что нужно программе, чтобы повторить всё это
  manifest.json    опись: каждый файл пакета, его размер и SHA-256; настройки, версии и модели

Как проверить его программой
  statement-compare verify FILE.zip        или в окне: Файл, Проверить пакет доказательств
Программа проверит каждый файл, прочтёт документы заново, сравнит их заново с теми же настройками и теми же моделями,
заново внесёт решения, заново запишет отчёты и скажет, в каком месте что не совпадает.

Как проверить его без программы
Распакуйте zip в пустую папку. В ней, в терминале:
  sha256sum -c README.txt                  (macOS: shasum -a 256 -c README.txt)
проверит строки в конце этого файла: у каждой должно стоять OK; сообщение о прочих строках не важно. Затем
  sha256sum manifest.json README.txt       (macOS: shasum -a 256 ...; Windows: certutil -hashfile manifest.json SHA256)
Первое число - отпечаток пакета. Второе должно быть тем, которое manifest.json называет для README.txt.

Что он доказывает, а что нет
Если всё сходится, ничто в этом пакете не изменено само по себе, и программа действительно находит это в этих
документах. Он не доказывает, кто создал пакет и когда: кто может создать один пакет, может создать и другой, где тоже
всё сходится, но решения или документы другие. Поэтому автору следует сообщить отпечаток пакета другим путём, в письме
или в статье, а получателю - сверить его. Сравнение показывает, где два текста согласуются и где противоречат друг
другу. Оно не устанавливает, что правда.

Файлы
{lines}
"""
_KAZAKH: Final = """\
ДӘЛЕЛДЕР ЖИНАҒЫ
Салыстырылған: {left} - {right}

Бұл не
Екі құжат statement-compare {program} бағдарламасымен салыстырылды, ал салыстырудың қай бөлігі күшінде қалатынын адам
шешкен болуы мүмкін. Бұл жинақта соның бәріне негіз болғанның өзі бар: оқылған қалпындағы екі құжат, байтына дейін,
олардан алынған мәтін, салыстыру, уақыты мен авторы көрсетілген әр шешім және есептер.

  report.html      кез келген браузерде ашылатын есеп
  report.json      бағдарламаларға арналған сол есеп, шешімдерімен бірге
  comparison.json  ешкім ештеңе шешпей тұрғанда бағдарламаның тапқаны
  decisions.json   не шешілгені
  history.txt      не оқылғаны, не салыстырылғаны және не шешілгені, ретімен және толық
  documents/       құжаттар және әрқайсысының мәтіні ({documents})
  replay/          осының бәрін қайталау үшін бағдарламаға керегі
  manifest.json    тізімдеме: жинақтың әр файлы, көлемі мен SHA-256 мәні; баптаулар, нұсқалар және модельдер

Оны бағдарламамен қалай тексеруге болады
  statement-compare verify FILE.zip        немесе терезеде: Файл, Дәлелдер жинағын тексеру
Бағдарлама әр файлды тексереді, құжаттарды қайта оқиды, оларды сол баптаулармен және сол модельдермен қайта
салыстырады, шешімдерді қайта енгізеді, есептерді қайта жазады және қай жерде не сәйкес келмейтінін айтады.

Оны бағдарламасыз қалай тексеруге болады
Zip файлын бос қалтаға шығарыңыз. Сол жерде, терминалда:
  sha256sum -c README.txt                  (macOS: shasum -a 256 -c README.txt)
осы файлдың соңындағы жолдарды тексереді: әрқайсысында OK тұруы керек; басқа жолдар туралы сөзге мән бермеңіз. Содан соң
  sha256sum manifest.json README.txt       (macOS: shasum -a 256 ...; Windows: certutil -hashfile manifest.json SHA256)
Бірінші сан - жинақтың саусақ ізі. Екіншісі manifest.json README.txt үшін айтқан санмен бірдей болуы керек.

Ол нені дәлелдейді, нені дәлелдемейді
Бәрі сәйкес келсе, бұл жинақта ештеңе жеке өзгертілмеген және бағдарлама бұл құжаттардан шынымен соны табады. Ол жинақты
кім және қашан жасағанын дәлелдемейді: бір жинақты жасай алатын адам бәрі сәйкес келетін, бірақ шешімдері немесе
құжаттары басқа екінші жинақты да жасай алады. Сондықтан жинақты жасаушы оның саусақ ізін басқа жолмен, хатта немесе
мақалада айтуы керек, ал алушы оны салыстыруы керек. Салыстыру екі мәтіннің қай жерде келісетінін және қай жерде
бір-біріне қайшы келетінін көрсетеді. Ол ненің шындық екенін анықтамайды.

Файлдар
{lines}
"""


def readme(about: Mapping[str, Any], digests: Sequence[tuple[str, str]], language: str) -> str:
    """The text of `README.txt`. `about` is what the manifest says of the whole, `digests` are members with SHA-256."""
    compared, documents = about["compared"], about["documents"]
    left, right = (_name(documents[compared[side] - 1]["name"]) for side in ("left", "right"))
    return _TEXTS.get(language, _ENGLISH).format(
        left=left,
        right=right,
        program=_name(about["program"]),
        documents=", ".join(f"{each['member'].partition('/')[2]} = {_name(each['name'])}" for each in documents),
        lines="\n".join(f"{digest}  {name}" for name, digest in digests),
    )


def _name(name: str) -> str:
    """A stranger's name in a line; it could begin a line that looks like one of the others."""
    return " ".join(hidden.shown(name).split()) or "-"


_TEXTS: Final = {"en": _ENGLISH, "ru": _RUSSIAN, "kk": _KAZAKH}
