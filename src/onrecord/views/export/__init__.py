"""In: records. Out: the bytes of other people's forms, one file here for each form; `forms.py` is their table. May import `values`,
`knowledge`, `settings`, `errors`, `views.present`."""
