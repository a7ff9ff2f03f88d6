"""What leaves the program beside a report: quotes, questions to a side, drafts for publishing, marked copies.

Each module takes an `engine.reported.Reported`, as the writers of reports do, and gives text, values or bytes.
"""
