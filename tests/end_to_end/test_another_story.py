"""Another story than the sample case: unknown codes, missing facts, other weekdays (D03)."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ouderapp.base.paths import resources_folder
from ouderapp.demo.main_job import run
from ouderapp.sealing.argon import Cost

CHEAP = Cost(8, 1)


def test_a_story_with_codes_that_nobody_knows_is_written_sent_received_and_counted(
    tmp_path: Path,
) -> None:
    """Codes beyond the list are kept and sent as they are (EXCHANGE 6); nothing is lost."""
    casus = _other_codes(_sample())
    path = tmp_path / "story.json"
    path.write_text(json.dumps(casus), "utf-8")

    result = run(tmp_path / "out", path, pictures=False, cheap=CHEAP)

    assert result.figures["year"]["questions_by_theme"]["onbekend_thema"] == 1
    assert len(result.months) == len(casus["monthly_bundles"])


def _sample() -> dict[str, Any]:
    casus = json.loads((resources_folder() / "sample" / "casus.json").read_text("utf-8"))
    for bundle in casus["monthly_bundles"]:
        bundle.pop("expected_statistics_by_event_month")
    return {key: value for key, value in casus.items() if not key.startswith("expected")}


def _other_codes(casus: dict[str, Any]) -> dict[str, Any]:
    casus["contacts"][3] |= {"type": "videogesprek", "themes": ["nieuw_thema", "school"]}
    casus["contacts"][4]["initiative"] = "buur"
    casus["contacts"][5] |= {"place": None, "minutes": None, "start": None}
    casus["partners"][0]["kind"] = "bibliotheek"
    casus["families"][0]["members"][1]["role"] = "grootmoeder"
    casus["consents"][2] |= {"purpose": "gegevens_delen_met_bib", "form": "per_mail"}
    casus["referrals"][2]["outcome"] = "iets_nieuws"
    casus["questions"][0]["theme"] = "onbekend_thema"
    casus["homework_class"]["series"]["weekday"] = "woensdag"
    for session in casus["homework_class"]["sessions"]:
        later = date.fromisoformat(session["date"]) + timedelta(days=2)
        session |= {"date": later.isoformat(), "weekday": "woensdag"}
    return casus
