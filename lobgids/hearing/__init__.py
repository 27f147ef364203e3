"""What is heard in a sentence of somebody's own: which of a component's descriptions it resembles.

Learnt from the example sentences in `kb/content/own_words`; `docs/hearing.md` tells how and how well. Nothing here is
imported before the first own words.
"""
