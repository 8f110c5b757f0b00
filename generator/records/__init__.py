"""One file: strict YAML with positions, typed records, vocabularies, record text to safe HTML."""
