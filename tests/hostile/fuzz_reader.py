"""The reader of records under a coverage-guided fuzzer.

python tests/hostile/fuzz_reader.py -max_total_time=600 CORPUS
"""

import sys

import atheris

with atheris.instrument_imports(include=["generator.source"]):
    import oracles

if __name__ == "__main__":
    atheris.Setup(sys.argv, oracles.reader_holds)
    atheris.Fuzz()
