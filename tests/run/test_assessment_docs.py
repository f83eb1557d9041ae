"""The page on how to write an assessment file names all there is."""

from __future__ import annotations

import re
from pathlib import Path

from impact.frameworks import SCALES, frameworks
from impact.run.assessments.model import Assessment

PAGE = (Path(__file__).parents[2] / "docs" / "assessment_files.md").read_text(encoding="utf-8")


def test_every_part_of_the_file_every_framework_and_every_scale_is_named():
    names = [*Assessment.model_fields, *(one.id for one in frameworks()), *SCALES]
    assert [name for name in names if not re.search(rf"`{name}[`:]", PAGE)] == []
