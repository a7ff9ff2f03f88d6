"""What readers note about a file, by language; in English it is the line of `readers.notes` itself."""

from __future__ import annotations

from typing import Final

READER_NOTES: Final[dict[str, dict[str, str]]] = {
    "ru": {
        "format_differs_from_name": "По имени это другой формат, но файл прочитан как {value}.",
        "characters_replaced": "Не удалось прочитать символов: {value}; вместо них стоит \N{REPLACEMENT CHARACTER}.",
        "is_utf8_as_well": "Файл прочитан в выбранной кодировке {value}, но похож на UTF-8: если буквы выглядят "
        "неверно, выберите её.",
        "tracked_changes": "Правки прочитаны как принятые: удалённое опущено, вставленное оставлено.",
        "quoted_text_left_out": "Опущено строк, процитированных из прежних писем: {value}.",
        "signature_left_out": "Подпись под письмом опущена.",
        "attachments_not_read": "Вложения не прочитаны: {value}.",
        "pages_without_text": "На этих страницах нет текста: {value}.",
        "pages_damaged": "Эти страницы повреждены и опущены: {value}.",
        "fields_not_read": "Поля или пометки, вписанные на этих страницах, не прочитаны: {value}.",
        "running_lines_left_out": "Повторяющиеся колонтитулы и номера страниц опущены.",
        "page_parts_left_out": "Текст страницы, который стоит вне самой статьи, опущен.",
        "file_incomplete": "Файл, похоже, обрывается; его конца может не хватать.",
    },
    "kk": {
        "format_differs_from_name": "Атауы басқаша, бірақ файл {value} ретінде оқылды.",
        "characters_replaced": "{value} таңбаны оқу мүмкін болмады, орнында \N{REPLACEMENT CHARACTER} тұр.",
        "is_utf8_as_well": "Файл таңдалған {value} кодтауымен оқылды, бірақ UTF-8 сияқты: әріптер дұрыс көрінбесе, "
        "соны таңдаңыз.",
        "tracked_changes": "Түзетулер қабылданған деп оқылды: өшірілгені алынды, қосылғаны қалды.",
        "quoted_text_left_out": "Бұрынғы хаттардан келтірілген {value} жол алынып тасталды.",
        "signature_left_out": "Хат соңындағы қолтаңба алынып тасталды.",
        "attachments_not_read": "Тіркелген файлдар оқылмады: {value}.",
        "pages_without_text": "Бұл беттерде мәтін жоқ: {value}.",
        "pages_damaged": "Бұл беттер бүлінген, алынып тасталды: {value}.",
        "fields_not_read": "Осы беттерге жазылған өрістер не белгілер оқылмады: {value}.",
        "running_lines_left_out": "Қайталанатын колонтитулдар мен бет нөмірлері алынып тасталды.",
        "page_parts_left_out": "Беттің мақаладан тыс тұрған мәтіні алынып тасталды.",
        "file_incomplete": "Файл үзіліп қалған сияқты; соңы жетіспеуі мүмкін.",
    },
}
