"""Writing a report to a file that the person chose; it leaves the protection of the store."""

from pathlib import Path

from ouderapp.base.i18n import _
from ouderapp.reports.table import Report
from ouderapp.sealing.atomic import write_file


def save_pdf(report: Report, period: str, path: Path) -> Path:
    """The report as PDF at this place."""
    # The PDF library is slow to import and most days nobody saves a report.
    from ouderapp.reports.pdf import pages

    write_file(path, pages(report, _("Report, {period}").format(period=period)))
    return path


def save_workbook(report: Report, path: Path) -> Path:
    """The report as a workbook at this place."""
    from ouderapp.reports.xlsx import workbook

    write_file(path, workbook(report))
    return path
