"""The recipes: the language model and the cue lexicon. Run by hand."""
