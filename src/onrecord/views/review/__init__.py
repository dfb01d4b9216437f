"""Records for annotation tools, and back: what people change there becomes judgements in a ledger.

marks       a record with its corrections -> marks: a stretch of the text with a label and links; what every form writes
differing   the marks that went out and those that came back -> changes
changes     a change, and where it leads in the record
incoming    a file that came back -> judgements
form, forms what a form is; the table of forms
labelstudio, prodigy, doccano, brat     one file per form
offsets     code points and UTF-16 units
training    corrections -> labels to train on
"""
