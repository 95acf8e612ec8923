"""Articles that others wrote → drafts of guides: nothing is invented, every sentence accounted for.

formats → lines → blocks → parts → draft, and a tally of what became of each sentence.
"""
