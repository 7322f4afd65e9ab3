"""Names that the examples in the documentation use."""

import os
import tempfile

import pytest
import sayso


@pytest.fixture(autouse=True)
def _names(doctest_namespace: dict[str, object]) -> None:
    doctest_namespace.update(os=os, tempfile=tempfile, sayso=sayso)
