"""The public names."""

import subprocess
import sys

import quotes


def test_every_public_name_is_there():
    assert all(hasattr(quotes, name) for name in quotes.__all__)


def test_every_lazy_name_is_public():
    assert set(quotes._HOMES) | {"__version__", "extract"} == set(quotes.__all__) == set(dir(quotes))


def test_importing_the_command_line_does_not_wait_for_heavy_libraries():
    code = "import sys, quotes.cli; print(*({'spacy', 'pydantic', 'numpy'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""


def test_reading_claims_does_not_wait_for_the_language_model():
    code = "import sys, quotes; quotes.read_claims; print('spacy' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
