"""The words of sheets in English: nothing but a table."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, str]] = {
    "sheet.quoted": "“{text}”",
    "sheet.sentence": "sentence {number}",
    "sheet.in_place": "{sentence}, {place}",
    "sheet.disclaimer": "Two texts were compared with each other; what is true was not established.",
    "sheet.page": "page {page} of {pages}",
    # right of reply: what stands above the questions
    "reply.title": "Questions about your statement",
    "reply.to": "To",
    "reply.from": "From",
    "reply.yours": "Your statement",
    "reply.theirs": "The other statement",
    "reply.deadline": "Please answer by",
    "reply.intro": "We have read your statement side by side with the other one named here. Please tell us your view "
    "on each point below; if you would rather not answer a question, please say so.",
    "reply.both": "What both statements speak of",
    "reply.unanswered": "What the other statement says",
    "reply.question": "Question {number}",
    "reply.answer": "Answer:",
    "reply.none": "There are no questions.",
    "reply.closing": "This sheet sets two texts side by side. It does not say which of them is right.",
    # whose words are quoted
    "reply.own": "Your statement says:",
    "reply.own_dated": "Your statement of {date} says:",
    "reply.own_in_general": "Your statement says in general:",
    "reply.other": "The other statement says:",
    "reply.other_dated": "The other statement, of {date}, says:",
    "reply.other_named": "The statement by {name} says:",
    "reply.other_named_dated": "The statement of {date} by {name} says:",
    # what is asked, by what the two passages are at odds about
    "reply.of_cell": "{row}, {column}: your statement has {own}, the other one {theirs}.",
    "reply.of_row": "{row}: your statement has {own}, the other one {theirs}.",
    "ask.figure": "Which figure is right, and on what is it based?",
    "ask.unit": "Which unit is meant, and on what is the figure based?",
    "ask.currency": "Which currency is meant, and on what is the sum based?",
    "ask.date": "Which date is right, and on what is it based?",
    "ask.name": "Which name is right, and on what is this based?",
    "ask.order": "In which order did this take place, and on what is this based?",
    "ask.which": "Which of the two is the case, and on what is this based?",
    "ask.alone": "Does this concern one alone, or others as well, and on what is this based?",
    "ask.share": "How many, or what share, does this apply to, and on what is this based?",
    "ask.certain": "Is this certain, required or possible, and on what is this based?",
    "ask.said": "Who said this, and where is it on record?",
    "ask.did": "Who did what, and on what is this based?",
    "ask.case": "What is the case here, and on what is your account based?",
    "ask.relation": "How do these two passages go together, and is there anything that you would like to add?",
    "ask.not_taken_up": "Your statement does not take this up. What do you say to it?",
    "ask.not_found": "We found no answer to this in your statement. What do you say to it?",
    "ask.in_particular": "What do you say to this point in particular?",
    # a draft for publishing
    "claim.name": "Claim by {name}: “{text}”",
    # a marked copy
    "copy.title": "{name}: marked copy",
    "copy.together": "together with {place}",
}
