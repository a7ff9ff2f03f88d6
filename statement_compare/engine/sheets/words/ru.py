"""The words of sheets in Russian: nothing but a table."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, str]] = {
    "sheet.quoted": "«{text}»",
    "sheet.sentence": "предложение {number}",
    "sheet.in_place": "{sentence}, {place}",
    "sheet.disclaimer": "Сопоставлены два текста; что верно на самом деле, не устанавливалось.",
    "sheet.page": "страница {page} из {pages}",
    # right of reply: what stands above the questions
    "reply.title": "Вопросы по вашему заявлению",
    "reply.to": "Кому",
    "reply.from": "От кого",
    "reply.yours": "Ваше заявление",
    "reply.theirs": "Другое заявление",
    "reply.deadline": "Просим ответить до",
    "reply.intro": "Мы прочли ваше заявление вместе с другим, указанным здесь. Просим высказаться по каждому пункту "
    "ниже; если на какой-либо вопрос вы предпочитаете не отвечать, сообщите нам об этом.",
    "reply.both": "О чём говорят оба заявления",
    "reply.unanswered": "О чём говорит другое заявление",
    "reply.question": "Вопрос {number}",
    "reply.answer": "Ответ:",
    "reply.none": "Вопросов нет.",
    "reply.closing": "Здесь сопоставлены два текста. Какой из них верен, здесь не утверждается.",
    # whose words are quoted
    "reply.own": "В вашем заявлении сказано:",
    "reply.own_dated": "В вашем заявлении от {date} сказано:",
    "reply.own_in_general": "В вашем заявлении в общем виде сказано:",
    "reply.other": "В другом заявлении сказано:",
    "reply.other_dated": "В другом заявлении от {date} сказано:",
    "reply.other_named": "В заявлении другой стороны ({name}) сказано:",
    "reply.other_named_dated": "В заявлении другой стороны ({name}) от {date} сказано:",
    # what is asked, by what the two passages are at odds about
    "reply.of_cell": "{row}, {column}: в вашем заявлении {own}, в другом {theirs}.",
    "reply.of_row": "{row}: в вашем заявлении {own}, в другом {theirs}.",
    "ask.figure": "Какая цифра верна и на чём она основана?",
    "ask.unit": "Какая единица измерения имеется в виду и на чём основана цифра?",
    "ask.currency": "Какая валюта имеется в виду и на чём основана сумма?",
    "ask.date": "Какая дата верна и на чём она основана?",
    "ask.name": "Какое имя или название верно и на чём это основано?",
    "ask.order": "В каком порядке это происходило и на чём это основано?",
    "ask.which": "Что из этого верно и на чём это основано?",
    "ask.alone": "Относится ли это только к одному или также к другим и на чём это основано?",
    "ask.share": "К какому количеству или к какой доле это относится и на чём это основано?",
    "ask.certain": "Это установлено, обязательно или возможно и на чём это основано?",
    "ask.said": "Кто это сказал и где это зафиксировано?",
    "ask.did": "Кто что сделал и на чём это основано?",
    "ask.case": "Как обстоит дело и на чём основаны ваши сведения?",
    "ask.relation": "Как соотносятся эти два места и хотите ли вы что-либо добавить?",
    "ask.not_taken_up": "В вашем заявлении об этом не говорится. Что вы можете об этом сказать?",
    "ask.not_found": "Ответа на это мы в вашем заявлении не нашли. Что вы можете об этом сказать?",
    "ask.in_particular": "Что вы можете сказать именно по этому пункту?",
    # a draft for publishing
    "claim.name": "Утверждение ({name}): «{text}»",
    # a marked copy
    "copy.title": "{name}: копия с пометками",
    "copy.together": "вместе с {place}",
}
