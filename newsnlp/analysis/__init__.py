"""From documents to records: what a reader of tables wants to know of them.

schema, records   how records are declared, and all that there are
rows              a document's tokens, entities, mentions, dates; a word's readings
frequencies       counts of lemmas, forms, roots, parts of speech and n-grams
merging           the entities of many documents as one list
phrases           key phrases
stopwords         words that say nothing of a text's subject
summary           a document at a glance
"""
