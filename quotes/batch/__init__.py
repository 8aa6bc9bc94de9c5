"""Many articles: in this process or in several, to a stream or to a file."""

from quotes.batch.corrected import Corrector
from quotes.batch.files import write_file
from quotes.batch.finished import Finished, describe_run
from quotes.batch.processes import extract_many
from quotes.batch.results import Result, Tally, write_stream

__all__ = ["Corrector", "Finished", "Result", "Tally", "describe_run", "extract_many", "write_file", "write_stream"]
