"""YAML that somebody has collected (`UMO_CORPUS_DIR`): problems come out, and nothing else."""

import pytest
from corpora import yaml_texts
from oracles import reader_holds


@pytest.mark.trust
def test_every_case_of_a_corpus() -> None:
    broken = []
    for name, data in yaml_texts():
        try:
            reader_holds(data)
        except Exception as error:
            broken.append(f"{name}: {error!r}")
    assert not broken, "\n".join(broken[:20])
