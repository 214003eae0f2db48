"""One module a way of writing records; each gives text in pieces and never holds a whole run."""
