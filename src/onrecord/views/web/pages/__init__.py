"""One file a page: the frozen data that it shows (which is also its JSON), and its addresses."""
